import { toCyrillic } from '../formats/serbian-script.ts';

/** The languages that the page's own words are in. */
export const pageLanguages = ['en', 'de', 'fr', 'es', 'nl', 'ro', 'sr-Latn', 'sr-Cyrl'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** Every word of the page: in English, German, French, Spanish, Dutch, Romanian and Serbian. */
// prettier-ignore
const table = {
  publication: ['Publication', 'Publikation', 'Publication', 'Publicación', 'Publicatie', 'Publicație', 'Publikacija'],
  organisation: ['Organisation', 'Organisation', 'Organisation', 'Organización', 'Organisatie', 'Organizație', 'Organizacija'],
  country: ['Country', 'Land', 'Pays', 'País', 'Land', 'Țară', 'Zemlja'],
  instrument: ['Legal instrument', 'Rechtsinstrument', 'Instrument juridique', 'Instrumento jurídico', 'Rechtsinstrument', 'Instrument juridic', 'Pravni instrument'],
  theme: ['Theme', 'Thema', 'Thème', 'Tema', 'Thema', 'Temă', 'Tema'],
  project: ['Project', 'Projekt', 'Projet', 'Proyecto', 'Project', 'Proiect', 'Projekat'],
  person: ['Person', 'Person', 'Personne', 'Persona', 'Persoon', 'Persoană', 'Osoba'],

  authors: ['Authors', 'Autorinnen und Autoren', 'Auteurs', 'Autoría', 'Auteurs', 'Autori', 'Autori'],
  publishers: ['Published by', 'Herausgegeben von', 'Publié par', 'Publicado por', 'Uitgegeven door', 'Publicat de', 'Izdavač'],
  date: ['Date', 'Datum', 'Date', 'Fecha', 'Datum', 'Data', 'Datum'],
  type: ['Type', 'Art', 'Type', 'Tipo', 'Soort', 'Tip', 'Vrsta'],
  language: ['Language', 'Sprache', 'Langue', 'Idioma', 'Taal', 'Limbă', 'Jezik'],
  themes: ['Themes', 'Themen', 'Thèmes', 'Temas', 'Thema’s', 'Teme', 'Teme'],
  countries: ['Countries', 'Länder', 'Pays', 'Países', 'Landen', 'Țări', 'Zemlje'],
  instruments: ['Legal instruments', 'Rechtsinstrumente', 'Instruments juridiques', 'Instrumentos jurídicos', 'Rechtsinstrumenten', 'Instrumente juridice', 'Pravni instrumenti'],
  cites: ['Cites', 'Zitiert', 'Cite', 'Cita', 'Citeert', 'Citează', 'Citira'],
  citedBy: ['Cited by', 'Zitiert von', 'Cité par', 'Citado por', 'Geciteerd door', 'Citat de', 'Citirano u'],
  translations: ['In other languages', 'In anderen Sprachen', 'Dans d’autres langues', 'En otros idiomas', 'In andere talen', 'În alte limbi', 'Na drugim jezicima'],
  editions: ['Other editions', 'Andere Ausgaben', 'Autres éditions', 'Otras ediciones', 'Andere uitgaven', 'Alte ediții', 'Druga izdanja'],
  otherTitles: ['Title in other languages', 'Titel in anderen Sprachen', 'Titre dans d’autres langues', 'Título en otros idiomas', 'Titel in andere talen', 'Titlul în alte limbi', 'Naslov na drugim jezicima'],
  otherNames: ['Name in other languages', 'Name in anderen Sprachen', 'Nom dans d’autres langues', 'Nombre en otros idiomas', 'Naam in andere talen', 'Numele în alte limbi', 'Ime na drugim jezicima'],
  showAll: ['Show all %', 'Alle % zeigen', 'Tout afficher (%)', 'Mostrar todos (%)', 'Alle % tonen', 'Afișează toate (%)', 'Prikaži svih %'],
  aliases: ['Also known as', 'Auch bekannt als', 'Autres noms', 'También conocido como', 'Ook bekend als', 'Cunoscut și ca', 'Poznato i kao'],
  elsewhere: ['Elsewhere', 'Anderswo', 'Ailleurs', 'En otros sitios', 'Elders', 'În altă parte', 'Na drugim mestima'],
  address: ['Address', 'Adresse', 'Adresse', 'Dirección', 'Adres', 'Adresă', 'Adresa'],
  contentNote: ['Content note', 'Inhaltshinweis', 'Avertissement', 'Aviso de contenido', 'Inhoudswaarschuwing', 'Avertisment', 'Napomena o sadržaju'],

  basedIn: ['Based in', 'Sitz', 'Siège', 'Sede', 'Gevestigd in', 'Sediu', 'Sedište'],
  basedHere: ['Organisations based here', 'Organisationen mit Sitz hier', 'Organisations établies ici', 'Organizaciones con sede aquí', 'Organisaties hier gevestigd', 'Organizații cu sediul aici', 'Organizacije sa sedištem ovde'],
  memberOf: ['Member of', 'Mitglied von', 'Membre de', 'Miembro de', 'Lid van', 'Membru al', 'Član'],
  members: ['Members', 'Mitglieder', 'Membres', 'Miembros', 'Leden', 'Membri', 'Članovi'],
  founded: ['Founded', 'Gegründet', 'Fondée', 'Fundada', 'Opgericht', 'Fondată', 'Osnovano'],
  coordinator: ['Coordinated by', 'Koordiniert von', 'Coordonné par', 'Coordinado por', 'Gecoördineerd door', 'Coordonat de', 'Koordinator'],
  partners: ['Partners', 'Partner', 'Partenaires', 'Socios', 'Partners', 'Parteneri', 'Partneri'],
  funders: ['Funded by', 'Finanziert von', 'Financé par', 'Financiado por', 'Gefinancierd door', 'Finanțat de', 'Finansira'],
  coordinates: ['Coordinates', 'Koordiniert', 'Coordonne', 'Coordina', 'Coördineert', 'Coordonează', 'Koordinira'],
  partnerIn: ['Partner in', 'Partner in', 'Partenaire de', 'Participa en', 'Partner in', 'Partener în', 'Partner u'],
  funds: ['Funds', 'Finanziert', 'Finance', 'Financia', 'Financiert', 'Finanțează', 'Finansira projekte'],
  projects: ['Projects', 'Projekte', 'Projets', 'Proyectos', 'Projecten', 'Proiecte', 'Projekti'],
  period: ['Period', 'Zeitraum', 'Période', 'Período', 'Periode', 'Perioadă', 'Period'],

  broader: ['Wider theme', 'Übergeordnetes Thema', 'Thème plus large', 'Tema más amplio', 'Breder thema', 'Temă mai largă', 'Šira tema'],
  narrower: ['Narrower themes', 'Untergeordnete Themen', 'Thèmes plus précis', 'Temas más específicos', 'Smallere thema’s', 'Teme mai restrânse', 'Uže teme'],
  nearThemes: ['Related themes', 'Verwandte Themen', 'Thèmes liés', 'Temas relacionados', 'Verwante thema’s', 'Teme conexe', 'Srodne teme'],

  adopted: ['Adopted', 'Angenommen', 'Adopté', 'Adoptado', 'Aangenomen', 'Adoptat', 'Usvojeno'],
  inForce: ['In force since', 'In Kraft seit', 'En vigueur depuis', 'En vigor desde', 'In werking sinds', 'În vigoare din', 'Na snazi od'],
  jurisdiction: ['Jurisdiction', 'Geltungsbereich', 'Ressort', 'Jurisdicción', 'Rechtsgebied', 'Jurisdicție', 'Nadležnost'],
  numbers: ['Official numbers', 'Amtliche Nummern', 'Numéros officiels', 'Números oficiales', 'Officiële nummers', 'Numere oficiale', 'Službeni brojevi'],
  amends: ['Amends', 'Ändert', 'Modifie', 'Modifica', 'Wijzigt', 'Modifică', 'Menja'],
  amendedBy: ['Amended by', 'Geändert durch', 'Modifié par', 'Modificado por', 'Gewijzigd door', 'Modificat de', 'Izmenjen'],
  repeals: ['Repeals', 'Hebt auf', 'Abroge', 'Deroga', 'Trekt in', 'Abrogă', 'Ukida'],
  repealedBy: ['Repealed by', 'Aufgehoben durch', 'Abrogé par', 'Derogado por', 'Ingetrokken door', 'Abrogat de', 'Ukinut'],
  implements: ['Implements', 'Setzt um', 'Met en œuvre', 'Aplica', 'Voert uit', 'Pune în aplicare', 'Sprovodi'],
  implementedBy: ['Implemented by', 'Umgesetzt durch', 'Mis en œuvre par', 'Aplicado por', 'Uitgevoerd door', 'Pus în aplicare de', 'Sprovode ga'],
  protocolTo: ['Protocol to', 'Protokoll zu', 'Protocole à', 'Protocolo de', 'Protocol bij', 'Protocol la', 'Protokol uz'],
  protocols: ['Protocols', 'Protokolle', 'Protocoles', 'Protocolos', 'Protocollen', 'Protocoale', 'Protokoli'],
  replacedBy: ['Replaced by', 'Ersetzt durch', 'Remplacé par', 'Sustituido por', 'Vervangen door', 'Înlocuit de', 'Zamenjen'],
  replaces: ['Replaces', 'Ersetzt', 'Remplace', 'Sustituye a', 'Vervangt', 'Înlocuiește', 'Zamenjuje'],
  parties: ['Countries and their standing', 'Länder und ihr Status', 'Pays et leur statut', 'Países y su situación', 'Landen en hun status', 'Țări și statutul lor', 'Zemlje i njihov status'],

  read: ['Go to the publication', 'Zur Publikation', 'Consulter la publication', 'Ir a la publicación', 'Naar de publicatie', 'Spre publicație', 'Idi na publikaciju'],
  visit: ['Go to the website', 'Zur Website', 'Visiter le site', 'Ir al sitio web', 'Naar de website', 'Spre site', 'Idi na sajt'],
  about: ['What is known of it', 'Was darüber bekannt ist', 'Ce que l’on en sait', 'Lo que se sabe', 'Wat ervan bekend is', 'Ce se știe', 'Šta se zna'],
  cite: ['Cite', 'Zitieren', 'Citer', 'Citar', 'Citeren', 'Citează', 'Citiraj'],
  related: ['What to read next, and why', 'Was man als Nächstes lesen kann, und warum', 'À lire ensuite, et pourquoi', 'Qué leer después, y por qué', 'Wat hierna te lezen, en waarom', 'Ce să citiți în continuare, și de ce', 'Šta čitati dalje, i zašto'],
  toRead: ['What to read about it, and why', 'Was man dazu lesen kann, und warum', 'À lire à ce sujet, et pourquoi', 'Qué leer al respecto, y por qué', 'Wat erover te lezen, en waarom', 'Ce să citiți despre aceasta, și de ce', 'Šta čitati o tome, i zašto'],
  nothing: ['Nothing near enough is in the catalogue yet.', 'Im Katalog ist noch nichts, das nahe genug ist.', 'Le catalogue n’a encore rien d’assez proche.', 'El catálogo aún no tiene nada bastante cercano.', 'Er is nog niets in de catalogus dat dichtbij genoeg is.', 'Catalogul nu are încă nimic destul de apropiat.', 'U katalogu još nema ničeg dovoljno bliskog.'],
  data: ['This page as data', 'Diese Seite als Daten', 'Cette page en données', 'Esta página como datos', 'Deze pagina als data', 'Această pagină ca date', 'Ova stranica kao podaci'],
  news: ['What is new (Atom)', 'Neues (Atom)', 'Nouveautés (Atom)', 'Novedades (Atom)', 'Wat is er nieuw (Atom)', 'Noutăți (Atom)', 'Novosti (Atom)'],
  languages: ['This page in other languages', 'Diese Seite in anderen Sprachen', 'Cette page dans d’autres langues', 'Esta página en otros idiomas', 'Deze pagina in andere talen', 'Această pagină în alte limbi', 'Ova stranica na drugim jezicima'],
  source: ['Source of this entry', 'Quelle dieses Eintrags', 'Source de cette notice', 'Fuente de esta ficha', 'Bron van deze gegevens', 'Sursa acestei fișe', 'Izvor ovog unosa'],
  verified: ['verified', 'geprüft', 'vérifiée', 'verificada', 'gecontroleerd', 'verificată', 'provereno'],
  notVerified: ['not verified yet', 'noch nicht geprüft', 'pas encore vérifiée', 'aún sin verificar', 'nog niet gecontroleerd', 'încă neverificată', 'još nije provereno'],
  andMore: ['and % more', 'und % weitere', 'et % autres', 'y % más', 'en nog %', 'și încă %', 'i još %'],

  search: ['Search', 'Suchen', 'Rechercher', 'Buscar', 'Zoeken', 'Căutare', 'Pretraga'],
  views: ['Ways in', 'Wege hinein', 'Accès', 'Formas de entrar', 'Ingangen', 'Căi de acces', 'Načini pregleda'],
  path: ['How two hang together', 'Wie zwei zusammenhängen', 'Comment deux se relient', 'Cómo se relacionan dos', 'Hoe twee samenhangen', 'Cum se leagă două', 'Kako su dvoje povezani'],
  matrix: ['Themes by country', 'Themen nach Ländern', 'Thèmes par pays', 'Temas por país', 'Thema’s per land', 'Teme pe țări', 'Teme po zemljama'],
  timeline: ['Timeline', 'Zeitleiste', 'Chronologie', 'Cronología', 'Tijdlijn', 'Cronologie', 'Vremenska linija'],
  coverage: ['Coverage of countries', 'Abdeckung nach Ländern', 'Couverture des pays', 'Cobertura por países', 'Dekking van landen', 'Acoperirea țărilor', 'Pokrivenost zemalja'],
  graph: ['The graph around it', 'Der Graph darum', 'Le graphe autour', 'El grafo alrededor', 'De graaf eromheen', 'Graful din jur', 'Graf oko toga'],
  table: ['The same as a table', 'Dasselbe als Tabelle', 'La même chose en tableau', 'Lo mismo en tabla', 'Hetzelfde als tabel', 'Același lucru ca tabel', 'Isto kao tabela'],
  origin: ['Source', 'Quelle', 'Source', 'Fuente', 'Bron', 'Sursă', 'Izvor'],
  evidence: ['What this stands on', 'Worauf das beruht', 'Ce qui le fonde', 'En qué se basa', 'Waar dit op steunt', 'Pe ce se bazează', 'Na čemu se zasniva'],
  confidence: ['confidence %', 'Sicherheit %', 'confiance %', 'confianza %', 'zekerheid %', 'încredere %', 'pouzdanost %'],
  translationOf: ['Translation of', 'Übersetzung von', 'Traduction de', 'Traducción de', 'Vertaling van', 'Traducere din', 'Prevod dela'],
  editionOf: ['Edition of', 'Ausgabe von', 'Édition de', 'Edición de', 'Uitgave van', 'Ediție a', 'Izdanje dela'],
  party: ['Party', 'Vertragsstaat', 'État partie', 'Estado parte', 'Partij', 'Stat parte', 'Strana ugovornica'],
  copy: ['Copy', 'Kopieren', 'Copier', 'Copiar', 'Kopiëren', 'Copiați', 'Kopiraj'],
  copied: ['Copied', 'Kopiert', 'Copié', 'Copiado', 'Gekopieerd', 'Copiat', 'Kopirano'],
  exit: ['Leave this site', 'Seite verlassen', 'Quitter ce site', 'Salir de este sitio', 'Verlaat deze site', 'Părăsiți site-ul', 'Napusti sajt'],
  exitNote: ['Leads at once to a neutral page, as does pressing Shift three times. It does not erase what your browser has kept.', 'Führt sofort zu einer unverfänglichen Seite, ebenso dreimal Umschalt. Was der Browser gespeichert hat, wird nicht gelöscht.', 'Mène aussitôt à une page neutre, tout comme trois fois la touche Maj. Cela n’efface pas ce que le navigateur a gardé.', 'Lleva enseguida a una página neutra, igual que pulsar Mayús tres veces. No borra lo que el navegador ha guardado.', 'Leidt meteen naar een neutrale pagina, net als drie keer Shift. Het wist niet wat uw browser heeft bewaard.', 'Duce imediat la o pagină neutră, la fel ca trei apăsări pe Shift. Nu șterge ce a păstrat browserul.', 'Odmah vodi na neutralnu stranicu, kao i tri pritiska na taster za velika slova. Ne briše ono što je pregledač sačuvao.'],
  skip: ['Skip to the content', 'Zum Inhalt', 'Aller au contenu', 'Ir al contenido', 'Naar de inhoud', 'Sari la conținut', 'Pređi na sadržaj'],
} as const satisfies Record<string, readonly [string, string, string, string, string, string, string]>;

export type Word = keyof typeof table;

const columns = ['en', 'de', 'fr', 'es', 'nl', 'ro', 'sr'];

/** The language of the page's own words for a tag: the same language, Serbian in the script asked for; undefined for none. */
export function pageLanguageFor(tag: string): PageLanguage | undefined {
  const [base] = tag.split('-');
  if (base === 'sr') return tag.includes('-Cyrl') ? 'sr-Cyrl' : 'sr-Latn';
  return columns.includes(base!) ? (base as PageLanguage) : undefined;
}

/** Reads a table of words, such as the one above, in one language. */
export const tableReader =
  <Key extends string>(words: Record<Key, readonly string[]>) =>
  (language: PageLanguage): ((word: Key) => string) => {
    const column = columns.indexOf(language.split('-')[0]!);
    return language === 'sr-Cyrl' ? (word) => toCyrillic(words[word][column]!) : (word) => words[word][column]!;
  };

/** A reader of the words of the page of an entity. */
export const wordsIn = tableReader<Word>(table);
