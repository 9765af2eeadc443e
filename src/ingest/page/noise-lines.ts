const longest = 300; // UTF-16 code units; what is longer is a paragraph

/** Lines that templates put around what a page says, in the languages they are met in. */
const templates: RegExp[] = [
  // trackers, cookies, sharing, comments
  /^(facebook pixel( code)?|google (tag manager|analytics).*|end (facebook|google).*|advertisement|sponsored|anzeige|publicidad|publicité)$/,
  /^(we use|wir verwenden|nous utilisons|utilizamos|utilizziamo|wij gebruiken|folosim|koristimo) cookies\b.{0,200}$/,
  /^(accept( all)?( cookies)?|alle akzeptieren|tout accepter|aceptar( todas)?|accetta( tutti)?|cookie( settings| policy)?)$/,
  /^(leave a (comment|reply)|your e-?mail address will not be published\.?|post comment|cancel reply|no comments( yet)?|schreibe einen kommentar|laisser un commentaire|deja un comentario|lascia un commento|geef een reactie|lasă un comentariu|ostavite komentar)$/,
  /^((follow|like|find) us( on .{0,40})?|share( this)?( (on|via|page|post|article).{0,40})?|tweet|teilen|partager|compartir|condividi|delen|podeli|distribuie|facebook|twitter|linkedin|whatsapp|print|e-?mail)$/,
  // ways through a site
  /^(click here|hier klicken|cliquez ici|haga clic|haz clic|klik hier|clicca qui|clique aqui)\b.{0,60}$/,
  /^(scroll to top|back to top|nach oben|haut de page|volver arriba|torna su|skip to (main )?content|zum inhalt springen|aller au contenu.{0,20}|saltar al contenido|saltar para o conteúdo.{0,20}|sari la conținut|pređi na sadržaj|naar de inhoud|menu|search|suche|rechercher|buscar|cerca|zoeken|home|start(seite)?|kontakt|contact( us)?|contacto|contatti|log ?in|sign in|next|previous|download|print this page)$/,
  /^(• )?(no results( found)?|non ci sono risultati|keine ergebnisse( gefunden)?|aucun résultat|sin resultados|geen resultaten|nema rezultata)\.?$/,
  /^((you are here|sie sind hier|vous êtes ici|usted está aquí|estás aquí|ti trovi in|u bevindt zich hier|você está em) ?:.{0,200}|(home|start(seite)?|accueil|inicio|início|acasă|acasa|početna|naslovna|почетна|насловна|hem|strona główna) ?[>»›→/] ?.{1,200})$/,
  // nothing but signs, or one letter
  /^[^\p{L}\p{N}]*\p{L}?[^\p{L}\p{N}]*$/u,
];

/** Lines that portals of documents and journals put there: they tell what sort of page it is. */
const portals: RegExp[] = [
  /^(page|seite|pagina|página|strana|oldal|side)\s*\d+(\s*(of|von|de|sur|van|din|od|di|\/)\s*\d+)?:?$/,
  /^.{0,30}\b(page|seite|pagina|página|strana)\s+\d+\s*(of|von|de|sur|van|din|od|di)\s*\d+$/,
  /^[|\s]*\d{1,4}[|\s]*$/,
  /^(maat|size|größe|taille|tamaño|dimensione): ?\S{0,10}$/,
  /^(weergave met pagina beginnen|start display at page|anzeige ab seite|commencer à balayer dès la page|mostrar\s*.{0,10}a partir da página):?$/,
  /^(transcript(ion|ie|ión|ió)?|transkript|testo completo|texto completo|full text|protected|n\/a|weiter lesen|embed|report this document|view\/save pdf.{0,40})$/,
  /^download "[^"]{0,300}"$/,
  // numbers of journals and telephones
  /^(e-?)?issn\b.{0,40}$/,
  /^.{0,40}(hotline|helpline|tel(efon|éfono|efono|\.)?|phone|sos)[^\d]{0,30}\+?\d[\d\s()/-]{5,}.{0,40}$/,
];

/** True for a line that a template has written. Empty lines are none: they part what stands around them. */
export const isBoilerplate = (line: string): boolean => matches(line, templates);

/** True for a line without any word of the page's own: boilerplate, or what a portal has written. */
export const isNoise = (line: string): boolean => matches(line, templates) || matches(line, portals);

function matches(line: string, patterns: readonly RegExp[]): boolean {
  if (line.length > longest) return false;
  const text = line.trim().toLowerCase(); // patterns without case are many times as fast
  return text !== '' && patterns.some((pattern) => pattern.test(text));
}

const postTypes =
  /^(post|page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_[a-z_]+|acf-[a-z-]+|[a-z0-9]+(_[a-z0-9]+)+)$/;

/** Where a template lists WordPress' sorts of posts, three in a row at least: the lines from the first to behind the last. */
export function postTypeList(lines: readonly string[]): { from: number; to: number } | null {
  let from = -1;
  let seen = 0;
  let to = -1;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    if (postTypes.test(text)) {
      if (seen === 0) from = at;
      seen++;
      to = at + 1;
    } else if (seen >= 3) break;
    else seen = 0;
  }
  return seen >= 3 ? { from, to } : null;
}
