/** The catalogue's words for sorts of publications, and how they are said in other languages; the more special first. */
const sorts: [sort: string, words: RegExp][] = [
  ['annual report', /annual (reports?|reviews?|assessments?)|jahresberichte?|jaarverslag|jaarrapport|rapport (annuel|d.?activit[ée]s?)|rapport de l.ann[ée]e|годишен доклад|годишен отчет|отчет за дейността|izve[šs]taj o radu|извештај о раду|jahresrückblick|éves jelentés|ετήσια έκθεση|výroční zpráva|výročná správa|letno poročilo|річний звіт|[åa]rsrapport|raport roczny|informe anual|memoria anual|relazione annuale|rapporto annuale|relat[óo]rio anual|raport(ul)? (anual|de activitate)|godi[šs]nji izve[šs]taj|годишњи извештај/u],
  ['policy brief', /policy briefs?|politikbrief|note de politique|predlog politike|sažetak politike/u],
  ['policy paper', /policy papers?|beleidsnotitie|document de politique|κείμενο πολιτικής|documento de política/u],
  ['position paper', /position papers?|positionspapiere?|prise de position|documento de posici[óo]n|standpuntnota|documento di posizione/u],
  ['briefing paper', /briefing papers?/u],
  ['briefing', /briefings?( notes?)?/u],
  ['working paper', /working papers?|arbeitspapiere?|documento de trabajo|document de travail|radni dokument/u],
  ['factsheet', /fact ?sheets?|faktenblatt|fiche d.information|ficha informativa|folha informativa|factsheet/u],
  ['training', /training (manual|material|module|guide|curriculum|course)s?|e-?learning( course)?|online course|radna sveska|радна свеска|corso di formazione online|schulungs\p{L}+|manuel de formation|manual de (formaci[óo]n|forma[çc][ãa]o|formare)|priru[čc]nik za obuku|приручник за обуку/u],
  ['toolkit', /tool ?kits?|werkzeugkasten|bo[îi]te [àa] outils|caja de herramientas|gereedschapskist/u],
  ['handbook', /handbooks?|manuals?|handb[uü]ch(er)?|handboek|manuel|priru[čc]nik|приручник|manuale|manual(ul)?|vademecum|podr[ęe]cznik\p{L}*|наръчник\p{L}*|εγχειρ[ίι]δι\p{L}*|kézikönyv\p{L}*|příručk\p{L}*|príručk\p{L}*|quaderno|cuaderno|caderno/u],
  ['guidelines', /guidelines|leitlinien|lignes directrices|directrices|richtsnoeren|linee guida|diretrizes|linii directoare|smernice|смернице|smjernice|wytyczne|насоки|κατευθυντήριες γραμμές|iránymutatás\p{L}*|pokyny/u],
  ['guidance', /guidance( notes?)?/u],
  ['guide', /guides?|note pratique|leitfaden|handreichung|gu[íi]as?|gids|leidraad|guida|ghid(ul)?|handreiking|udh[ëe]zues\p{L}*|vodi[čc]|водич|poradnik\p{L}*|przewodnik\p{L}*|посібник\p{L}*|οδηγ[όο][ςίυ]\p{L}*|útmutató\p{L}*|průvodce|sprievodca|ръководство|vodnik\p{L}*/u],
  ['national strategy', /national (strategy|(action |strategic )?plan)|nationale(r|n)? (strategie|aktionsplan)|(plan|strat[ée]gie|programme) (d.action )?national(e)?|plan(o)?( estrat[ée]gico| de a[çc][ãa]o)? nacional|piano nazionale|nationaal actieplan|strategi[ae] na[țţt]ional[ăa]|(planul|programul)( de ac[țţt]iuni)? na[țţt]ional|krajowy plan|национална стратегия|національний план|nacionaln[ai] (strategija|plan)|национална стратегија|strategij[au] (prevencije|borbe|suzbijanja)|стратегиј[ау] (превенције|борбе|сузбијања)|plano? de a[çc][ãa]o/u],
  ['thesis', /(master|ph\.?d|doctoral|bachelor)('?s)? thesis|(bachelor|doctoraal)?scriptie|dissertation|masterarbeit|diplomarbeit|m[ée]moire de master|tesi di laurea|tesis( doctoral)?|disserta[çc][ãa]o|proefschrift|masterscriptie/u],
  ['case law', /judge?ment of the court|case of .+ v\. .+|urteil vom|arrêt de la cour|sentencia del tribunal/u],
  ['newsletter', /newsletters?|rundbrief|lettre d.information|nieuwsbrief|bolet[íi]n( informativo)?|bilten|biuletyn\p{L}*|бюлетин|hírlevél|zpravodaj|ενημερωτικό δελτίο/u],
  ['evaluation', /evaluations?|evaluierung|[ée]valuation|evaluaci[óo]n|evaluatie|valutazione|evaluarea?|evaluacija/u],
  ['assessment', /(needs|risk|impact|legal|country) assessments?|gap analysis|vler[ëe]sim\p{L}{0,3}/u],
  ['statement', /(joint |press |public )?statements?|stellungnahme|d[ée]claration commune|declaraci[óo]n conjunta|comunicado|saop[šs]tenje/u],
  ['submission', /submission to|(third.party|written) (submission|intervention)|shadow report|alternative report|schattenbericht|parallelbericht/u],
  ['recommendation', /recommendations?( on| to| of)|avis sur|empfehlungen|recommandations|recomendaciones/u],
  ['policy document', /policy documents?|kamerbrief|beleidsbrief|beleidsdocument/u],
  ['presentation', /presentations?|pr[äa]sentation|presentaci[óo]n|prezentacija/u],
  ['leaflet', /leaflets?|flyers?|faltbl[äa]tt(?:er)?|merkbl[äa]tt(?:er)?|informationsbl[äa]tt(?:er)?|infobl[äa]tt(?:er)?|brochures?|brosch[üu]re|d[ée]pliant|folleto|leták|letak|ulotka|φυλλάδιο|szórólap|листовка|дипляна|bro[șs]ur[ăa]/u],
  ['journal issue', /(volume|vol\.) \d+,? (issue|no\.) \d+/u],
  ['book chapter', /book chapter|chapter in/u],
  ['interview', /interviews?( with)?|entrevista|intervista|intervju\p{L}{0,2}|интервју\p{L}{0,2}|wywiad|interviu|interjú|інтерв.ю|интервю/u],
  ['report', /reports?|studies|study|bericht|studie|datenerhebung|\p{L}+bericht|rapports?|[ée]tude|informes?|estudios?|rapport(en)?|onderzoek|monitor|\p{L}+monitor|rapporto|relazione|studio|ricerca|relat[óo]rio|estudo|raport(ul)?|studiu(l)?|izve[šs]taj|istra[žz]ivanj[ea]|analiza|извештај|истраживањ[еа]|анализа|izvješ[ćt]e|poročilo|доклад(?:ът|а)?|изследване|проучване|έκθεση|μελέτη|έρευνα|jelentés\p{L}*|tanulmány\p{L}*|kutatás|studii|zpráva|správa o|štúdia|výzkum|badanie|звіт|(?:аналітичний )?огляд|дослідження|отчет/u],
]; // prettier-ignore

const whole = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');
const patterns = sorts.map(([sort, words]): [string, RegExp] => [sort, whole(words.source)]);
const any = whole(sorts.map(([, words]) => words.source).join('|'));

const mostRemembered = 500; // phrases: those of one page are asked for several times
const remembered = new Map<string, string | null>();

/** The sort of publication that a phrase names, by the catalogue's own word; null where it names none. */
export function sortOfWork(phrase: string): string | null {
  const known = remembered.get(phrase);
  if (known !== undefined) return known;
  const text = phrase.toLowerCase(); // patterns without case are many times as fast
  const sort = any.test(text) ? (patterns.find(([, words]) => words.test(text))?.[0] ?? null) : null;
  if (remembered.size >= mostRemembered) remembered.clear();
  if (phrase.length <= 1_000) remembered.set(phrase, sort);
  return sort;
}
