/** What a small PDF holds. */
export interface PdfParts {
  /** Pages of lines; a number before a line is the size of its letters, 12 where there is none. */
  pages: (string | [size: number, line: string])[][];
  /** What is written in of the document, such as `Title` and `CreationDate`. */
  info?: Record<string, string>;
  /** Whether it asks for a password that nobody has. */
  locked?: boolean;
}

/** Letters that Helvetica has no place for in WinAnsi, by the names that PDF has for them. */
const letters = { č: 'ccaron', ć: 'cacute', đ: 'dcroat', Č: 'Ccaron' };
const firstCode = 128;

/** A PDF with a text layer, as the specification asks, written by hand. */
export function pdfOf({ pages, info = {}, locked = false }: PdfParts): Buffer {
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`);
  const objects = [
    `<</Type /Catalog /Pages 2 0 R>>`,
    `<</Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}]>>`,
    `<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [${firstCode} ${Object.values(letters).map((name) => `/${name}`).join(' ')}]>>>>`, // prettier-ignore
    `<<${Object.entries(info).map(([field, value]) => `/${field} ${hexOf(value)}`).join(' ')}>>`, // prettier-ignore
    ...pages.flatMap((lines, at) => {
      const text = contentOf(lines);
      return [
        `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * at} 0 R /Resources <</Font <</F1 3 0 R>>>>>>`,
        `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
      ];
    }),
    `<</Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}>>>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const lock = locked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : '';
  const trailer = `<</Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${lock}>>`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

function contentOf(lines: PdfParts['pages'][number]): string {
  let height = 800;
  const drawn = lines.map((given) => {
    const [size, line] = typeof given === 'string' ? [12, given] : given;
    height -= 1.2 * size;
    return line ? `BT /F1 ${size} Tf 50 ${height.toFixed(1)} Td <${bytesOf(line).toString('hex')}> Tj ET` : '';
  });
  return drawn.join('\n');
}

const bytesOf = (line: string) =>
  Buffer.from([...line].map((sign) => { const at = Object.keys(letters).indexOf(sign); return at < 0 ? sign.charCodeAt(0) : firstCode + at; })); // prettier-ignore

/** UTF-16 with its mark, as PDF writes what is not Latin. */
const hexOf = (value: string) => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
