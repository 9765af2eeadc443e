import { foldText } from '../../fold.ts';

const setOf = (words: string) => new Set(words.trim().split(/\s+/).map(foldText));

/** Words that many names of institutions and laws are made of: a name of nothing else could be anybody's. */
const general = setOf(`
  consent a an the of on in and or for to by with against at from its art arts article articles section chapter no nr
  act acts agency association authority bill board bureau center centre centres charter code commission committee
  convention council covenant declaration decision department directive directives foundation government group
  guidelines handbook initiative institute law laws ministry model national international network office
  organisation organization parties plan police programme program project protocol recommendation regulation report
  resolution rules state strategy treaty union university working new
  der die das des dem den und für von zur zum im am amt bericht bund gesetz gruppe ministerium netzwerk plan
  projekt rat richtlinie stiftung verband verein verordnung zentrum
  le la les du de et en pour sur al un une centre comité conseil loi ministère projet rapport réseau
  el los las del y por para centro comisión consejo convenio gobierno ley ministerio proyecto protocolo red
  het een en van voor op wet stichting ministerie project protocol raad verdrag
  il lo gli e di della per articolo comma consiglio convenzione decreto direttiva legge ministero progetto protocollo
  o os as do da dos das convenção conselho lei ministério plano projeto
  lege legea legii ordin nr centrul programul planul član zakon program strategija centar savet vlada
`);

/** Words that also are an organisation, a project or a law. Written in small letters they are words. */
const common = setOf(`
  ace act aid aim alternative alternativa animus answer apart arc are arise ask astute atlas bank base best bond bridge
  build call can care cast cat chain champion change child choice clear code coin combat come compact connect core crc
  dare defence demand direct double east echo edge end equal europe eye face fact fair far fight find fine first fit
  flex fly free freedom fund go good grace group hand health help hero home hope human idea ideas ill impact ind
  integrate integrity intersect issue joint just justice key lead lean learn life light line link live map mark march
  may mind mission move need net network new nexus nomos north nova oak one open our over own part partner path people
  pilot plan polaris point praxis power project promise protect race reach ready red reflect refuge renate report
  rescue respect response rest restore right rise road role root rosa safe safety sage save scan see sem shelter sherpa
  shield ship show sign smart south spring springer stand star start step stop story strive strong sun support swift
  target team tell tip together track tracks train transform true trust turn united unseen victim view vision voice
  walk way we web west who will win wise work world young youth
  asyl frau frauen hilfe licht mensch recht schutz verein leben justice voie voix espoir vida paz mujer mujeres ayuda
  luz casa vrouw recht licht hulp vita casa donna donne viata sprijin put zena glas
`);

/** True for a folded word that says nothing of its own beside a name. */
export const isGeneral = (word: string) => general.has(word);

/** True for a folded word that means something else when it is written in small letters. */
export const isCommon = (word: string) => common.has(word) || general.has(word);

/**
 * True for names such as `the Center`, `Convention`, `1949 Convention` or `articolo 18`: general words and years, or
 * one small number, tell nobody which one is meant.
 */
export function isTooGeneral(words: string[]): boolean {
  const rest = words.filter((word) => !general.has(word));
  const numbers = rest.filter((word) => /^\d+$/.test(word));
  if (rest.every((word) => word.length === 1)) return true;
  if (rest.length > numbers.length) return false;
  const isYear = (number: string) => /^(1[89]|20)\d\d$/.test(number);
  const telling = numbers.filter((number) => !isYear(number));
  return telling.length === 0 || (numbers.length === 1 && telling[0]!.length < 3);
}
