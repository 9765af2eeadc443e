const letters =
  'аa бb вv гg дd ђđ еe жž зz иi јj кk лl љlj мm нn њnj оo пp рr сs тt ћć уu фf хh цc чč џdž шš ' +
  'АA БB ВV ГG ДD ЂĐ ЕE ЖŽ ЗZ ИI ЈJ КK ЛL ЉLj МM НN ЊNj ОO ПP РR СS ТT ЋĆ УU ФF ХH ЦC ЧČ ЏDž ШŠ';
const pairs = letters.split(' ').map((pair): [string, string] => [pair[0]!, pair.slice(1)]);
const latin = new Map(pairs);
const cyrillic = new Map(pairs.map(([from, to]) => [to, from]));

/** Serbian words of ours in Latin script; what is not Cyrillic stays. */
export const toLatin = (text: string): string =>
  text.replace(/[\u0400-\u04ff]/g, (letter) => latin.get(letter) ?? letter);

/** Serbian words of ours in Cyrillic. */
export const toCyrillic = (text: string): string =>
  text.replace(/lj|nj|dž|Lj|Nj|Dž|\p{L}/gu, (letter) => cyrillic.get(letter) ?? letter);
