/** What was done to somebody, in words that laws hardly use: as it is told, not as it is forbidden. */
const done =
  /(?<!\p{L})(?:(?:gang-?)?raped|(?:was |were |been |me |her |him |them )beat(?:en)?|beatings?|strangled|whipped|kicked|burn(?:t|ed|s) (?:with|on|by)|burns|cigarette burns|tortured|mutilated|broken (?:arm|rib|wrist|bone|nose|jaw)s?|(?:arm|rib|wrist|nose|jaw)s? (?:was|were) broken|bruis(?:es|ed)|bled|bleeding|chained|starved|stabbed|choked|punched|slapped|locked (?:her|him|them|me) (?:in|up)|forced abortions?|vergewaltigte?n? (?:ihn|sie|mich)|(?:wurden?|mich|sie|ihn) (?:\p{L}+ ){0,3}(?:vergewaltigt|geschlagen|gefoltert|getreten|gewürgt|verprügelt|eingesperrt)|violé(?:e|s|es)|battue?s?|frappé(?:e|s|es)|torturé(?:e|s|es)|brûlé(?:e|s|es)|étranglé(?:e|s|es)|enchaîné(?:e|s|es)|séquestré(?:e|s|es)|violad[oa]s?|golpe(?:ad[oa]s?|aban|aba|ó|aron)|golpes|torturad[oa]s?|quemad[oa]s?|quemaduras|estrangulad[oa]s?|encadenad[oa]s?|palizas?|patadas|encerrad[oa]s?|verkracht|geslagen|gemarteld|mishandeld|geschopt|gewurgd|stuprat[aoei]|violentat[aoei]|picchiat[aoei]|torturat[aoei]|bruciat[aoei]|strangolat[aoei]|violat[ăe]|bătut[ăei]?|torturat[ăei]|arsuri|legat[ăe]|estuprad[ao]s?|espancad[ao]s?|queimad[ao]s?|silovan[aei]|silovali|pretučen[aei]?|tukli|mučen[aei]|opekotin[ae]|силован[аеи]|силовали|претучен[аеи]|тукли|мучен[аеи]|opekline)(?!\p{L})/gu;

/** What a page warns of itself. */
const warning =
  /(?:(?:content|trigger) (?:warning|note)|warning:|inhaltshinweis|inhaltswarnung|triggerwarnung|warnung:|avertissement|advertencia|aviso de contenido|inhoudswaarschuwing|waarschuwing:|avvertenza|avviso:|avertisment|aten[țţ]ie:|upozorenje|упозорење|aviso:)[^\n]{0,200}(?:violen|gewalt|rape|viol(?:ación|aciones|s|enza)|tortur|folter|vergewaltig|geweld|nasilj|насиљ|abus)/u;
const words = /\p{L}+/gu;
const atLeast = { times: 3, different: 3, perThousand: 4 };
const searched = 100_000; // UTF-16 code units
const note = 'Describes physical or sexual violence.';

/**
 * A warning for a text that has one itself, or tells of grave violence again and again: three acts at least, and often for its length;
 * undefined for one that names crimes, as laws and statistics do.
 */
export function contentNoteOf(text: string): string | undefined {
  const start = text.slice(0, searched).toLowerCase(); // patterns without case are many times as fast
  if (warning.test(start)) return note;
  const found = start.match(done) ?? [];
  if (found.length < atLeast.times || new Set(found).size < atLeast.different) return undefined;
  const length = start.match(words)?.length ?? 0;
  return found.length * 1_000 >= atLeast.perThousand * length ? note : undefined;
}
