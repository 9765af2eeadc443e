const things =
  '(?:(?:medien|presse)?mitteilungen|meldungen|studien|berichte|leitfäden|études|rapports|guides?|estudios|informes|guías|quaderni|rapporti|studi|numeri|rapporten|studies|gidsen|studii|ghiduri|rapoarte|studije|izveštaji|izvještaji|vodiči|communiqués|contenidos|contenuti|contenus|conteúdos|comunicate|sadržaji|publikacij[ae]|persberichten|comunicados|comunicati|saopštenja|саопштења|documents?|publications?|resources?|posts?|articles?|reports?|news|reading|content|items?|dokumente?|publikationen|artikel|beiträge|documentos|artículos(?: más leídos)?(?: del mismo autor/?a?)?|entradas|noticias|documenti|articoli|documenten|artikelen|publicaties|berichten|nieuws|documente|articole|dokumenti|vesti|članci|artigos|notícias|publicações|документи|чланци|вести|новини|zprávy|cikkek|άρθρα|δημοσιεύσεις|публикации|publikacje|artykuły|aktualności)';
const alike =
  '(?:similar|related|recommended|further|ähnliche|verwandte|weitere|similaires?|similares|relacionad[oa]s|simili|correlati|vergelijkbare|gerelateerde|similare|asemănătoare|slič?n[aei]|povezan[aei]|slični|slicni|sličn[aei]|сличн[аеи]|повезан[аеи]|související|súvisiace|kapcsolódó|σχετικ(?:ά|ές|α)|свързани|podobne|powiązane|similar content being viewed by others|other titles in this category|mehr (?:aus|von|zu) [^.]{3,30}|more (?:from|by) (?:the|this) author|mais do autor|artigos relacionados ?mais do autor|relacionados?|you (?:may|might) also (?:like|be interested in)|see also|read (?:also|next)|das könnte (?:sie|dich) auch interessieren|(?:vielleicht )?auch interessant|aus (?:der|dem) ?(?:selben|gleichen) [^.]{3,20}|suggestions de lecture|sugerencias de lectura|reading suggestions|leestips|lesetipps|consigli di lettura|(?:weitere[sr]?|mehr) (?:aus|in|zu) (?:dieser|diesem|der|dem) [^.]{3,20}|dans la même [^.]{3,20}|du même auteur|in the same (?:series|section|category|issue)|also in this (?:series|section|issue)|more in this (?:series|section)|(?:de|en) la misma (?:sección|serie|colección)|del mismo autor|nella stessa [^.]{3,20}|dello stesso autore|(?:in|uit) dezelfde [^.]{3,20}|na mesma [^.]{3,20}|în aceea[șş]i [^.]{3,20}|iz iste [^.]{3,20}|из исте [^.]{3,20}|w tej samej [^.]{3,20}|lesen sie auch|siehe auch|(?:sie|du) können auch lesen|auch lesenswert|voir aussi|connexes|ver también|véase también|ver também|veja também|leggi anche|vedi anche|pročitajte (?:i|još)|прочитајте (?:и|још)|zobacz (?:też|także)|czytaj (?:też|także)|читайте також|дивіться також|вижте (?:също|още)|δείτε επίσης|läs också|se även|(?:à )?lire aussi|à lire également|sur le même (?:sujet|thème)|también te puede interesar|(?:ver|véase|lea|lee) también|te puede interesar|potrebbe(?:ro)? interessarti(?: anche)?|leggi anche|vedi anche|zie ook(?: [^.]{3,25})?|lees ook|misschien ook interessant|ook interessant|vezi și|citește și|s-ar putea să vă placă(?: și)?|povezano|повезано|srodno|сродно|vezane vesti|везане вести|читайте (?:також|ще)|дивіться також|прочетете (?:още|също)|вижте (?:още|също)|lexo(?:ni)? (?:edhe|gjithashtu)|shih(?:ni)? (?:edhe|gjithashtu)|të ngjashme|διαβάστε (?:επίσης|ακόμη|ακόμα)|δείτε (?:επίσης|ακόμη|ακόμα)|olvassa el (?:ezt )?is|čtěte také|mohlo by vás (?:také )?zajímat|leia também|veja também|pročitajte (?:još|i)|прочитајте (?:још|и)|zobacz także|czytaj też)';
const recent =
  '(?:recent|latest|more|other|neueste|aktuelle|derni[eè]re?s|récents?|autres|recientes|últimas?|últimos?|más|ultimi|ultime|altri|recenti|laatste|recente|meer|alte|ultimele|mais|outros|nedavni|najnovije|ostali|недавни|најновије|остали|ostatnie|inne)';

const alikeOnly = new RegExp(`^(?:${alike})(?: (?:${things}))?[:.…»>]*$`);
const alikeThings = new RegExp(`^(?:${things}) (?:${alike})[:.…»>]*$`);
const recentThings = new RegExp(`^(?:(?:the|our|nos|nuestr[ao]s) )?(?:(?:${recent}) (?:${things})|(?:${things}) (?:${recent}))[:.…»>]*$`); // prettier-ignore

const longest = 60; // UTF-16 code units

/** Whether a heading says that what stands below it are other pages on something alike: `Similar documents`. */
export function isHeadingOfSimilar(heading: string): boolean {
  if (heading.length > longest) return false;
  const text = heading.trim().toLowerCase(); // patterns without case are many times as fast
  return alikeOnly.test(text) || alikeThings.test(text);
}

/** As for similar ones; and for those that are only new: `Recent posts`, `Derniers documents`. */
export const isHeadingOfOthers = (heading: string): boolean =>
  isHeadingOfSimilar(heading) || (heading.length <= longest && recentThings.test(heading.trim().toLowerCase()));
