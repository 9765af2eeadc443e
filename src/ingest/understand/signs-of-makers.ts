import { sortOfWork } from './sorts-of-work.ts';

/** `published by`, with the name behind it. */
export const passive =
  /(?:(?:published|issued|released|produced|prepared|written|developed|compiled|created|drafted|put together|run|conducted|carried out)(?: jointly)? by|(?:herausgegeben|veröffentlicht|verfasst|erstellt|erarbeitet|entwickelt|publiziert)(?: wurde)? (?:von|vom)|(?:publi|édit|réalis|rédig|élabor|prépar|produit|conçu|développ)(?:é|)e?s? (?:par|conjointement par)|(?:publicad|editad|elaborad|redactad|realizad|desarrollad|desenvolvid|preparad|producid|produzid|lanzad|lançad)[oa]s?(?: conjuntamente)? (?:por|pel[oa]s?)|(?:pubblicat|redatt|realizzat|elaborat|prodott|preparat|sviluppat|curat|edit)[oaie] d(?:a|al|alla|all[’']?|ai|alle|agli|allo)|(?:uitgegeven|gepubliceerd|opgesteld|geschreven|samengesteld|ontwikkeld|gemaakt) door|(?:publicat|elaborat|editat|realizat|redactat|întocmit|lansat|dezvoltat|pregătit)ă? de(?: către)?|(?:u?radil|izradil|objavil|izdal|pripremil|sastavil|sprovel)[aioe](?: ga| je| su| ih| ju){0,2}|(?:урадил|израдил|објавил|издал|припремил)[аиое](?: га| је| су){0,2}|od strane|од стране|(?:zpracoval|vydal|připravil|spracoval|pripravil|vypracoval)[aioy]?|(?:wydan|opracowan|przygotowan|opublikowan)[ayeo]? przez|(?:издаден|изготвен|разработен|публикуван)[аои]? от|(?:εκδόθηκε|δημοσιεύθηκε|δημοσιεύτηκε|εκπονήθηκε|συντάχθηκε) από|(?:^|\s)(?:lo|la|l[eao]s?) (?:pubblicano|pubblica|publican|publica|publient|publie)|(?:is|ist|est|es|è) (?:een|an?|eine?|une?|una) (?:uitgave|publication|publikation|veröffentlichung|publicación|pubblicazione) (?:van|of|von|der|des|de|di))\s*$/iu;

/** What says it behind the name. */
export const active =
  /(?<!\p{L})(?:published|issued|released|produced|compiled|(?:is (?:pleased|proud|delighted|happy|glad) to|proudly) (?:present|share|announce|publish|release|launch)|presents its|launch(?:es|ed)|presented (?:a|its|their|the) (?:new )?(?:publication|report|study|guide|handbook|analysis)|herausgegeben|veröffentlicht|verfasst|herausgebracht|publie|publié|édité|rédigé|publicado|editado|elaborado|pubblicato|realizzato|gepubliceerd|uitgegeven|uitgebracht|publish|publishes|publient|publican|pubblica|pubblicano|veröffentlicht|veröffentlichen|publiceert|publiceren|publică|lansează|objavljuj[eu]|објављуј[еу]|publicat|elaborat|editat|objavil[aio]|izdal[aio]|pripremil[aio]|објавил[аио]|издал[аио]|wydał[ao]?|видал[аио]|izda[lo]|objavi[lo]|prepared|publica|lanzado|lança|pune la dispozi[țţ]ie|stellt|vydal[aoi]?|opublikował[ao]?|изда(?:де|ва)|публикува|εξέδωσε|δημοσίευσε|(?:közzétette|kiadta|megjelentette))(?!\p{L})/iu;

/** `… vom KOK erstellt`: the participle closes the sentence. */
export const byBefore = /(?<!\p{L})(?:von|vom|durch|door)\s*$/iu;
export const madeBehind =
  /^\.?[^.;:]{0,60}?\s(?:herausgegeben|veröffentlicht|erstellt|erarbeitet|entwickelt|publiziert|verfasst|durchgeführt|uitgegeven|gepubliceerd|opgesteld|samengesteld|ontwikkeld|uitgevoerd|gemaakt)(?:e[nrsm]?)?(?!\p{L})/iu;

const setOf = (words: string) => new Set(words.split(' '));
const demonstratives = setOf(
  'this present our dieser diese dieses diesem diesen vorliegende vorliegender ce cet cette présent présente este esta quest’ questo questa presente deze dit acest această prezentul prezenta ovaj ova ovo овај ова ово niniejszy niniejsza този тази това αυτή αυτός αυτό παρούσα παρών παρόν tento tato',
);
const shared = setOf(
  'joint gemeinsame gemeinsamer gemeinsames conjoint conjointe commun commune conjunto conjunta congiunto congiunta gezamenlijke comun comună zajednički zajednička zajedničko заједнички заједничка wspólny wspólna съвместен съвместна κοινή společná',
);
const articles = setOf(
  'a an the ein eine der die das dem den un une le la les l’ el los las una il lo gli een de het um uma o os as der ο η το την az',
);
/** Little words that only a maker stands behind, and those that may also say what a work is about. */
const makes = setOf('by from par por pelo pela pelos pelas door przez');
const belongs = setOf(
  'of von vom de des der du del della dello dell’ d’ di van do da dos das al ale a lui na на από της του organizacije organizacija udruženja организације организација удружења',
);

const work =
  /(?<!\p{L})(?:publications?|publikation(?:en)?|veröffentlichung|publicaci[óo]n|pubblicazione|publicação|publicatie|uitgave|publicați[ea]|publikacij[aeu]|публикациј[аеу]|publikacja|публикация|έκδοση|papers?|brief(?:ing)?|documento?|dokument(?:ation)?|broschüre|survey|resource|opracowanie)(?!\p{L})/iu;

const participle = /(?:\p{L}{3}ed|paid|for|ées?|és?|[ai]d[oa]s?|^ge\p{L}+[dt]|[ao]n[yae])$/u;

/** `This evaluation of X` is about X. */
const looksAt = /^(?:eval|assess|review|study|survey|analys|valuta|ocen|procen)/u;

/** Whether a sentence is on what several have made together: `A joint publication of`. */
export const isOnShared = (sentence: string): boolean =>
  work.test(sentence) && sentence.toLowerCase().split(/[^\p{L}]+/u).some((word) => shared.has(word)); // prettier-ignore

/** Whether a sentence begins with what is before the reader: `Cette note a été`. */
export const isOnThis = (sentence: string): boolean => demonstratives.has(/^\P{L}*(\p{L}+)/u.exec(sentence)?.[1]?.toLowerCase() ?? ''); // prettier-ignore

/** Whether a sentence tells what was found, as who publishes a study does: `has published the findings of`. */
export const isOnFindings = (sentence: string): boolean =>
  /(?:publi|pubblic|veröffentlich|objavi|објави|opublik|present|présent|vorgestellt)\p{L}*\s(?:\p{L}+\s){0,2}(?:findings|results|conclusions|(?:new )?publication|ergebnisse|résultats|resultados|risultati|bevindingen|resultaten|rezultat\p{L}*|резултат\p{L}*|wyniki)(?!\p{L})/iu.test(sentence); // prettier-ignore

/** Whether the words before `by` or `of` speak of a work; before `of` they must end with it. */
function isWork(words: readonly string[], isMade: boolean): boolean {
  if (isMade && participle.test(words.at(-1)!)) return false; // `This guide was paid for by`, `est financé par`
  if (!isMade && looksAt.test(words.at(-1)!)) return false;
  const said = (isMade ? words : words.slice(-2)).join(' ');
  return work.test(said) || sortOfWork(said) !== null;
}

/** What an organisation is, before its name. */
const descriptor =
  /(?<=^|[\s’'])(?:association|ngo|ong|nvo|organisation|organization|organizația|organización|organizzazione|organisatie|organizacja|organizacji|organizace|stichting|vereniging|verein|verband|fondation|associazione|associação|asociación|asociația|asociației|organizacija|organizacije|udruženje|udruženja|организација|организације|удружење|удружења|οργάνωση|οργάνωσης|асоциация|фондация|сдружение|sdružení|združenie|fundacja|fundację)\s*$/iu;

/** A sentence up to a name, without what the organisation is called by: `izradila organizacija`. */
export const withoutDescriptor = (before: string): string => before.replace(descriptor, '');

const reach = 9; // words from `this` to the name

/**
 * Whether a sentence up to a name says that a work is theirs: `This guide by`, `eine gemeinsame Veröffentlichung von`,
 * `The report of` where it begins so.
 */
export function isAttributed(before: string): boolean {
  const all = before.toLowerCase().replace(/[’']/g, '’ ').replace(/["“„«]/g, ' ').trim().split(/\s+/); // prettier-ignore
  const says = (word = '') => makes.has(word) || belongs.has(word);
  if (!says(all.at(-1)) && descriptor.test(all.at(-1)!)) all.pop();
  const last = articles.has(all.at(-1)!) && says(all.at(-2)) ? all.length - 2 : all.length - 1;
  if (last < 1 || !says(all[last])) return false;
  for (let at = last - 1; at >= Math.max(0, last - reach) && !/[^\p{L}\p{M}’-]$/u.test(all[at]!); at--) {
    const isOpened = demonstratives.has(all[at]!) || (at === 0 && articles.has(all[at]!));
    const isShared = shared.has(all[at]!) && at < last - 1;
    const isBehind = shared.has(all[at]!) && at === last - 1 && at > 0; // `publication conjointe de`
    if (isOpened || isShared || isBehind)
      if (isWork(all.slice(isBehind ? at - 1 : at, last), makes.has(all[last]!))) return true;
  }
  return false;
}

/** `’s new report`, behind a name. */
export function hasWork(behind: string): boolean {
  const words = /^\.?\s?[’']s?\s((?:[\p{L}\d-]+\s){0,4}[\p{L}-]+)/u.exec(behind)?.[1];
  return words !== undefined && isWork(words.split(' '), true);
}
