/** The largest file that a request has room for, in bytes: in Base64 it is a third larger. */
export const largestFile = 3_700_000;

/** The bytes of a file in Base64. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000)
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
}

/** Lets files be dropped anywhere on the page; `isOpen` says whether they are taken now. */
export function takeDropped(isOpen: () => boolean, take: (files: File[]) => void): void {
  const isOfFiles = ({ dataTransfer }: DragEvent) => isOpen() && dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    if (!isOfFiles(event)) return;
    event.preventDefault();
    document.documentElement.classList.add('dropping');
  });
  const end = () => document.documentElement.classList.remove('dropping');
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget ?? end());
  addEventListener('drop', (event) => {
    end();
    if (!isOfFiles(event)) return;
    event.preventDefault();
    take([...event.dataTransfer!.files]);
  });
}
