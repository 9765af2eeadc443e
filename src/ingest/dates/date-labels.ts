/** What a label says of the date behind it. */
export type DateLabel = 'issue' | 'date' | 'posted' | 'version' | 'created' | 'adopted' | 'other';

/** The day a work came out. */
const issue = [
  'publication date', 'date of publication', 'publication year', 'year of publication', 'published', 'date published', 'first published', 'publish date', 'issued', 'date of issue', 'issue date', 'date issued', 'release date', 'released', 'year', 'academic year', 'pub date', 'publication',
  'erscheinungsdatum', 'erscheinungsjahr', 'erschienen', 'erscheinung', 'veröffentlicht', 'veröffentlichung', 'veröffentlichungsdatum', 'datum der veröffentlichung', 'publiziert', 'jahr', 'ausgabedatum', 'publikationsdatum',
  'date de publication', 'année de publication', 'date de parution', 'parution', 'paru', 'parue', 'publié', 'publiée', 'publication', 'année', 'date d’édition', "date d'édition", 'publié par',
  'fecha de publicación', 'año de publicación', 'publicado', 'publicada', 'publicación', 'año', 'fecha de edición',
  'publicatiedatum', 'datum publicatie', 'datum van publicatie', 'jaar van uitgave', 'gepubliceerd', 'verschenen', 'jaar', 'publicatiejaar', 'datum uitgave',
  'data publicării', 'data publicarii', 'anul publicării', 'anul apariției', 'publicat', 'publicată', 'data apariției', 'anul',
  'data di pubblicazione', 'data pubblicazione', 'pubblicato', 'pubblicata', 'anno', 'anno di pubblicazione', 'anno accademico', 'pubblicazione', 'data di uscita',
  'data de publicação', 'data da publicação', 'publicação', 'ano', 'ano de publicação', 'ano de edição', 'data de edição',
  'objavljeno', 'objavljen', 'objavljena', 'datum objavljivanja', 'datum objave', 'godina izdanja', 'godina', 'godina objavljivanja', 'izdato', 'izdano', 'datum izdavanja', 'objava',
  'објављено', 'објављен', 'објављена', 'датум објављивања', 'датум објаве', 'година издања', 'година', 'издато',
  'publicerad', 'publicerat', 'publiceringsdatum', 'utgivningsår', 'utgiven', 'publisert', 'publiceret', 'udgivet', 'utgitt', 'år',
  'data publikacji', 'opublikowano', 'data wydania', 'rok wydania', 'rok', 'publikuar', 'data e publikimit', 'viti', 'zveřejněno', 'publikováno', 'vydáno', 'datum vydání', 'rok vydání', 'zverejnené', 'vydané', 'rok vydania', 'datum zveřejnění', 'публикувано', 'публикувана', 'публикуван', 'издадено', 'дата на публикуване', 'година на издаване', 'година', 'опубліковано', 'дата публікації', 'рік видання', 'δημοσιεύθηκε', 'δημοσιεύτηκε', 'ημερομηνία δημοσίευσης', 'ημερομηνία έκδοσης', 'έτος έκδοσης', 'objavljeno dne', 'datum objave', 'leto izdaje', 'megjelent', 'megjelenés', 'megjelenés éve', 'közzétéve', 'kiadás éve',
]; // prettier-ignore

/** A date without further word on what it is. */
const date = ['date', 'datum', 'fecha', 'data', 'датум', 'dato', 'dátum', 'data dokumentu', 'ημερομηνία', 'дата', 'document date', 'date of document', 'date du document', 'data documentului', 'datum dokumenta', 'inleverdatum', 'abgabedatum', 'date de soutenance', 'fecha de lectura', 'fecha de defensa', 'data da defesa', 'datum odbrane', 'data susținerii', 'defended']; // prettier-ignore

/** The day something was put on a site. */
const posted = [
  'posted', 'posted on', 'date posted', 'post date', 'eingestellt', 'beitrag vom', 'meldung vom', 'pressemitteilung vom', 'nachricht vom', 'news vom', 'vom', 'geplaatst', 'nieuwsbericht', 'nieuws', 'bericht van', 'postat', 'postado', 'inserito', 'postavljeno', 'постављено', 'mis en ligne', 'mise en ligne', 'inlagd', 'dodano', 'dodato', 'додато', 'added', 'date added', 'press release', 'communiqué', 'communiqué de presse', 'nota de prensa', 'comunicato stampa', 'comunicado', 'persbericht', 'saopštenje', 'web-article', 'news item', 'article published', 'escrito', 'postée', 'scris', 'scritto',
]; // prettier-ignore

/** The state a work is in. */
const version = ['stand', 'as of', 'état', 'stand vom', 'version', 'stato', 'edition', 'auflage', 'ausgabe', 'izdanje', 'издање', 'edición', 'édition', 'ediția', 'edizione', 'edição', 'uitgave', 'druk']; // prettier-ignore

/** The day a page was begun, as some sites say it. */
const created = [
  'created',
  'created on',
  'date created',
  'erstellt',
  'créé',
  'creado',
  'aangemaakt',
  'creat',
  'creato',
  'criado',
  'kreirano',
  'креирано',
  'skapad',
  'utworzono',
];

/** The day a body agreed on what it issues. */
const adopted = ['adopted', 'adoption', 'date of adoption', 'verabschiedet', 'beschlossen', 'adopté', 'adoptée', 'adoption', 'aprobado', 'aprobada', 'adoptado', 'aangenomen', 'vastgesteld', 'adoptat', 'adoptată', 'adottato', 'adottata', 'approvato', 'aprovado', 'adotado', 'usvojeno', 'usvojen', 'usvojena', 'усвојено', 'усвојена', 'doneto', 'antagen', 'przyjęto', 'elfogadva', 'miratuar']; // prettier-ignore

/** What is beside the issue: changes, uploads, readers, laws in force, events. */
const other = [
  'updated', 'last updated', 'last update', 'last modified', 'modified', 'last change', 'last changed', 'last reviewed', 'date modified', 'uploaded', 'post on', 'upload', 'save the date', 'upload date', 'uploaded on', 'date uploaded', 'accessed', 'last accessed', 'retrieved', 'date accessed', 'visited', 'viewed', 'received', 'submitted', 'accepted', 'revised', 'registered', 'deadline', 'expires', 'valid until', 'effect', 'entry into force', 'in force', 'signature', 'date of signature', 'opening for signature', 'opened for signature', 'ratification', 'ratified', 'signed', 'end of validity', 'transposition', 'start date', 'end date', 'starts', 'ends', 'start', 'end', 'date of birth', 'from', 'to', 'event date', 'born', 'founded', 'copyright', 'date and time', 'when', 'available online', 'online since', 'next edition', 'dated', 'conference', 'workshop',
  'aktualisiert', 'zuletzt aktualisiert', 'letzte aktualisierung', 'letzte änderung', 'zuletzt geändert', 'geändert', 'hochgeladen', 'hochgeladen am', 'abgerufen', 'zugriff', 'zuletzt abgerufen', 'aufgerufen', 'eingereicht', 'angenommen', 'in kraft', 'gültig bis', 'beginn', 'ende', 'anfang', 'termin', 'wann', 'laufzeit',
  'mis à jour', 'mise à jour', 'dernière mise à jour', 'modifié', 'dernière modification', 'téléversé', 'ajouté', 'consulté', 'consulté le', 'consultée', 'entrée en vigueur', 'soumis', 'début', 'fin', 'reçu', 'accepté', 'date limite', 'signature', 'téléchargé',
  'actualizado', 'última actualización', 'modificado', 'última modificación', 'subido', 'consultado', 'consulta', 'recibido', 'aceptado', 'fecha límite', 'inicio', 'fin', 'fecha de inicio', 'fecha de fin', 'entrada en vigor', 'cargado',
  'bijgewerkt', 'laatst bijgewerkt', 'laatst gewijzigd', 'laatste wijziging', 'gewijzigd', 'geüpload', 'geraadpleegd', 'ingediend', 'inwerkingtreding', 'looptijd', 'toegevoegd',
  'actualizat', 'ultima actualizare', 'modificat', 'ultima modificare', 'încărcat', 'incarcat', 'încărcat pe', 'accesat', 'consultat', 'primit', 'acceptat', 'termen limită', 'intrare în vigoare', 'termen', 'data încărcării', 'adăugat',
  'aggiornato', 'ultimo aggiornamento', 'modificato', 'ultima modifica', 'caricato', 'data caricamento', 'consultato', 'ricevuto', 'accettato', 'scadenza', 'inizio', 'fine', 'entrata in vigore', 'ultimo accesso', 'data di inizio', 'data di fine',
  'atualizado', 'última atualização', 'modificado', 'carregado', 'acedido', 'acessado', 'acesso em', 'recebido', 'aceite', 'prazo', 'entrada em vigor', 'enviado', 'enviado por', 'distribuição',
  'ažurirano', 'poslednje ažuriranje', 'poslednja izmena', 'izmenjeno', 'otpremljeno', 'pristupljeno', 'preuzeto', 'primljeno', 'prihvaćeno', 'rok', 'stupanje na snagu', 'ažuriran', 'posljednja izmjena', 'zadnja izmjena', 'poslednja promena',
  'ажурирано', 'последња измена', 'измењено', 'преузето', 'приступљено', 'последње ажурирање', 'последња промена',
  'uppdaterad', 'senast uppdaterad', 'hämtad', 'oppdatert', 'sist oppdatert', 'opdateret', 'senest opdateret', 'aktualizováno', 'poslední aktualizace', 'aktualizované', 'обновено', 'последна промяна', 'актуализирано', 'оновлено', 'ενημερώθηκε', 'τελευταία ενημέρωση', 'posodobljeno', 'zaktualizowano', 'ostatnia aktualizacja', 'data aktualizacji', 'dostęp', 'frissítve', 'módosítva', 'letöltve', 'përditësuar',
]; // prettier-ignore

const meanings = new Map<string, DateLabel>();
const lists = { version, posted, created, adopted, date, issue, other };
for (const [meaning, words] of Object.entries(lists))
  for (const word of words) meanings.set(word, meaning as DateLabel);

/** Words between a label and its date: `Published on Monday, the`. */
const joining = new Set('on am im in at le la el il em en op om de den die der u na у на dne a ai del al data din la luna the since o pe d du dana më në на v dne w od'.split(' ')); // prettier-ignore

/**
 * What the words right before a date say that it is: `Published on`, `Letzte Änderung:`, `Datum`. `marked` by a
 * colon, and `alone` where no other words stand before it: `that was published in 2004` is prose.
 */
export function labelBefore(before: string): { label: DateLabel; marked: boolean; alone: boolean } | undefined {
  const marked = /[:：|]\s*$/.test(before) || /:\s*\p{L}{1,10},?\s*$/u.test(before);
  const words = before.slice(-70).toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? []; // prettier-ignore
  while (words.length > 1 && (joining.has(words.at(-1)!) || isWeekday(words.at(-1)!))) words.pop();
  for (let size = Math.min(4, words.length); size > 0; size--) {
    const label = meanings.get(words.slice(-size).join(' '));
    if (!label) continue;
    if (label === 'date' && size === 1 && isOtherDate.test(before)) return { label: 'other', marked, alone: true };
    return { label, marked, alone: size === words.length && before.length <= 70 };
  }
  return undefined;
}

/** A line that begins `Due date`, `Hearing date`: of anything but the work. */
const isOtherDate =
  /^\W*(?!(?:report|document|paper|brief|study|guide|publication|print|article|news|press|release|statement|letter|original|full|exact)\s)\p{L}{3,}(?:\s\p{L}{3,})?\sdate\s*[:：|]?\s*$/iu;

const weekdays =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|luni|marți|miercuri|joi|vineri|sâmbătă|duminică|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|ponedelj?ak|ponedjeljak|utorak|sre?ij?eda|sreda|četvrtak|petak|subota|nedelja|nedjelja|понедељак|уторак|среда|четвртак|петак|субота|недеља|(?:mån|tis|ons|tors|fre|lör|sön)dag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)$/u;

/** Whether a word, in lower case, is the name of a day of the week. */
export const isWeekday = (word: string): boolean => weekdays.test(word);
