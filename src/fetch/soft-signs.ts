const homePage = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?\/?)?$/i;
const notFoundPage = /\/(?:error[-_]?)?404(?:[-_]?error)?(?:\.\w+)?\/?$|\/(?:page[-_]?)?not[-_]?found(?:\.\w+)?\/?$/i;

/** Whether an address is that of the home page of a site, or of the home page in one language (`/`, `/en/`, `/index.php`). */
export const isHomePage = (url: URL): boolean => url.search === '' && homePage.test(url.pathname);

/** Whether an address names a thing inside a site: two steps down, or a file. A single step may be a shop window of its own. */
export const isDeep = (url: URL): boolean =>
  !isHomePage(url) && (/\/[^/]+\/[^/]/.test(url.pathname) || /\.\w{2,5}$/.test(url.pathname));

/** Whether an address says itself that nothing was found (`/404`, `/not-found.html`). */
export const isNotFoundPage = (url: URL): boolean => notFoundPage.test(url.pathname);

/** Whether two addresses are of one site: the same host, `www.` or not. */
export const isSameSite = (one: URL, other: URL): boolean => site(one) === site(other);

const site = ({ hostname }: URL) => hostname.replace(/^www\./, '');
