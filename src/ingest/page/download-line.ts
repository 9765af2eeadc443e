/** What a line says that a file is downloaded by: `Title - Publisher, February 2022 DOWNLOAD`. */
export interface DownloadLine {
  title: string;
  /** As it stands there, perhaps several; empty where none is named. */
  publisher: string;
  /** As it stands there. */
  date: string;
  line: string;
}

const call =
  /[\s–—|:>»-]*(?<!\p{L})(?:download(?:en)?(?: (?:the )?(?:full )?(?:report|publication|pdf|here))?|herunterladen|t[ée]l[ée]charger|descargar|scarica(?:re)?|baixar|descarc[ăa]|preuzmi(?:te)?|преузми(?:те)?)\b[\s.:)»>]*(?:\(?pdf\)?)?\s*$/iu;
/** What every such line has in it: to look for that first is many times as fast. */
const called = /download|herunterladen|t[ée]l[ée]charger|descargar|scarica|baixar|descarc|preuzmi|преузми/i;
/** `Click here to download`: words of a button, not of a title. */
const isCall =
  /^(click|klicken|cliquez|haz clic|haga clic|klik|clicca|clique|faceți clic|kliknite|you can|please)\b|\s(to|can|here|hier|ici|aquí|you)$/iu;
const longest = 500; // UTF-16 code units
const year = /^(.*?)[,;.\s]*(?:\(\s*)?((?:\p{L}+\.?\s+(?:de\s+)?)?(?:19|20)\d\d)\)?\s*$/su;

/**
 * The first line that offers the work itself. What stands behind its last dash is who published it; behind its last
 * comma, where a year follows. `isTitle` is asked of a title with what may be a part of it or a publisher.
 */
export function readDownloadLine(lines: readonly string[], isTitle: (title: string) => boolean): DownloadLine | null {
  for (const line of lines) {
    if (line.length > longest || !called.test(line) || !call.test(line)) continue;
    const offered = line.replace(call, '').trim();
    if (offered.split(/\s+/).length > 2 && !isCall.test(offered)) return parted(offered, line, isTitle);
  }
  return null;
}

function parted(offered: string, line: string, isTitle: (title: string) => boolean): DownloadLine {
  const [, undated = '', when = ''] = year.exec(offered) ?? [];
  const [, named = '', who = ''] = behindDash.exec(undated) ?? [];
  // A long title is nearly the same with who published it.
  if (named && isTitle(named) && !isSubtitle.test(who)) return { title: named, publisher: who, date: when, line };
  const [rest, date] = isTitle(offered) || !when ? [offered, ''] : [undated, when];
  const whole = { title: rest.trim(), publisher: '', date, line };
  if (isTitle(rest)) return whole;
  const dash = behindDash.exec(rest);
  const comma = /^(.*\S),\s+(\p{Lu}.*)$/su.exec(rest);
  const [, title, publisher] =
    [dash, comma].find((parts) => parts && isTitle(parts[1]!)) ?? dash ?? (date && comma) ?? [];
  if (!title || !publisher || isSubtitle.test(publisher)) return whole;
  return { title: title.trim(), publisher: publisher.trim(), date, line };
}

const behindDash = /^(.*\S)(?:\s+[-–—]\s*|[-–—]\s+)(\S.*)$/s;

/** What stands behind a dash and is nobody: `A Practical Handbook`, `Factsheet`. */
const isSubtitle =
  /^((an?|ein|eine|une?|una|um|uma|een)\s|(executive )?summary|fact ?sheet|(full |final |annual )?report|part |volume |\p{L}+ edition)/iu;
