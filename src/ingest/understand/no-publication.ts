import { foldText } from '../../fold.ts';
import type { PageText } from '../page/read-page.ts';

const shortText = 4_000; // UTF-16 code units; behind a wall there is little

/** A reason why there is no publication on a page, and the titles that tell it: folded, as a whole. */
type Sign = [reason: string, title: RegExp];

const notFound: Sign = [
  'it is a page that was not found',
  new RegExp(
    `^(?:(?:oops|ups|sorry|hoppla|pardon|ops) )?(?:(?:http )?(?:error|fehler|erreur|errore|erro|eroare|greska|blad|fout|status|hiba|chyba) )?(?:404|410)(?: error| fehler| erreur)?(?: (?:page )?not found)?(?: \\d)?$|` +
      '^(?:.{0,30} )?(?:(?:page|file|document|content)(?: you requested| requested| you are looking for)? (?:not found|could not be found|cannot be found|can t be found|was not found|no longer exists|does not exist|is no longer available)|(?:that|this) page can t be found|(?:seite|datei|dokument|inhalt) (?:wurde )?(?:leider )?(?:nicht gefunden|nicht vorhanden|existiert nicht(?: mehr)?)|page (?:introuvable|non trouvee|inexistante)|pagina (?:no encontrada|non trovata|nao encontrada|niet gevonden|negasita|inexistenta|nu a fost gasita|nu exista)|no se (?:ha )?encontro? la pagina|stranica nije pronadjena|stranica nije pronadena|stranica ne postoji|strona nie (?:zostala znaleziona|istnieje)|nie znaleziono strony|stranka nenalezena|strani ni mogoce najti|(?:η )?σελιδα δεν βρεθηκε|az oldal nem talalhato|sidan hittades inte|stranicata ne e (?:namerena|otkrita))(?: .{0,30})?$|^not found$',
  ),
];
const others: Sign[] = [
  [
    'nobody may see it without more',
    /^(?:(?:error )?(?:401|403)(?: forbidden| unauthorized)?|access (?:denied|forbidden)|forbidden|zugriff verweigert|acces (?:refuse|interdit|interzis)|acceso denegado|accesso negato|toegang geweigerd|acesso negado|pristup (?:odbijen|zabranjen)|brak dostepu|just a moment|attention required(?: cloudflare)?|checking your browser.*|one moment please.*|are you (?:a )?(?:human|robot).*|security (?:check|verification)|verify(?:ing)? you are (?:a )?human.*|captcha|robot check|ddos guard|please enable (?:javascript|cookies).*)$/,
  ],
  [
    'the site does not answer',
    /^(?:(?:error |http )?50[0-4](?: error| internal.*| bad gateway| service.*| gateway.*)?|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time ?out|(?:site|website) (?:is )?(?:under|in) (?:maintenance|construction)|wartungsarbeiten|site en maintenance|sitio en mantenimiento|this domain is for sale.*)$/,
  ],
  [
    'it asks for consent',
    /^(?:zustimmung erforderlich|before you continue.*|bevor sie (?:fortfahren|weiter).*|avant de continuer.*|antes de continuar.*|prima di continuare.*|voordat je verdergaat.*|(?:cookie|privacy|consent)(?: ?(?:consent|settings|preferences|einstellungen|wall|notice|choices))|we value your privacy|your privacy choices)$/,
  ],
  [
    'it lists what was searched for',
    /^(?:you searched for.*|search results?(?: .*)?|such(?:ergebnisse?|resultate?)(?: .*)?|ergebnisse der suche.*|resultats? de (?:la |votre )?recherche.*|resultados? (?:de (?:la )?busqueda|da (?:pesquisa|busca)).*|zoekresultaten.*|rezultatele? cautarii.*|risultati (?:della|di) ricerca.*|rezultati pretrag.*|sokresultat.*|wyniki wyszukiwania.*|vysledky (?:vyhledavani|hledani).*|keresesi eredmenyek.*|αποτελεσματα αναζητησης.*|rezultati ot tъrseneto.*)$/,
  ],
];

const login =
  /^(?:(?:user |member |client )?(?:log ?in|sign ?in)(?: .{0,40})?|(?:bitte )?anmelden|anmeldung|einloggen|connexion|se connecter|identification|iniciar sesion|acceder|acceso|accedi|accesso|inloggen|entrar|iniciar sessao|autentificare|conectare|prijava|prijavi se|zaloguj(?: sie)?|logowanie|prihlaseni|bejelentkezes|vlezte|vhod|συνδεση|εισοδος|logga in)(?: .{0,30})?$/;
const password =
  /passwor[dt]|kennwort|mot de passe|contraseña|wachtwoord|senha|palavra-passe|parol[aăe]|lozink|лозинк|hasł[oa]|κωδικό|jelszó|парола|heslo|lösenord/iu;
const cookie = /cookie|kolačić|колачић|ciasteczk|бисквитк/giu;

/** Why no draft is made of a page that has words on it: it was not found, is a wall or a search; null where it may be one. */
export function whyNoPublication({ title, text }: PageText): string | null {
  const named = foldText(title);
  if (title.length <= 120) {
    const [bare = ''] = title.split(/\s[|‹«·]\s/); // without the site's name
    const parts = title.split(/\s[-–—|‹«·:]\s/).map(foldText);
    if (parts.some((part) => notFound[1].test(part))) return notFound[0];
    const found = others.find(([, pattern]) => pattern.test(foldText(bare)));
    if (found) return found[0];
    if (/^index of \//i.test(title)) return 'it lists the files of a folder';
  }
  if (text.length > shortText) return null;
  if (login.test(named) && password.test(text)) return 'it asks to log in';
  const begin = text.split('\n', 3).filter((line) => line.length <= 80);
  if (text.length < shortText / 4 && begin.some((line) => notFound[1].test(foldText(line)))) return notFound[0];
  return text.length < shortText / 2 && (text.match(cookie)?.length ?? 0) > 3 ? 'it asks for consent' : null;
}
