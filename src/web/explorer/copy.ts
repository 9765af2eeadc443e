/** So long a button says that it has copied. */
const told = 2_000;

/** Makes a button copy the text of the element that its `data-copies` names, and say so; it is hidden where there is no script. */
export function copyOnClick(button: HTMLButtonElement): void {
  const text = button.textContent;
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copies!)!.textContent!.trim());
    button.textContent = button.dataset.done!;
    setTimeout(() => {
      button.textContent = text;
    }, told);
  });
}
