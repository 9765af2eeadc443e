import { describe, expect, it } from 'vitest';
import { createDraft } from '../../../src/ingest/draft.ts';
import { createNames } from '../../../src/ingest/names/names.ts';

const prose = 'Some words stand here, so that there is a text on the page that can be read.';
const skipped = (title: string, text = prose) => {
  const page = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  const draft = createDraft(page, createNames([]), { file: 'a.html' });
  return 'skipped' in draft ? draft.skipped.reason : null;
};

describe('a page without a publication', () => {
  it.each<[reason: string, title: string, text?: string]>([
    ['it is a page that was not found', '404 - Page not found'],
    ['it is a page that was not found', 'Page not found | Some Network'],
    ['it is a page that was not found', 'Pagina nu a fost găsită'],
    ['it is a page that was not found', 'Страница није пронађена'],
    ['it is a page that was not found', 'Η σελίδα δεν βρέθηκε'],
    ['nobody may see it without more', 'Just a moment...'],
    ['nobody may see it without more', 'Zugriff verweigert'],
    ['the site does not answer', '503 Service Unavailable'],
    ['it asks for consent', 'Some Network', 'This site stores cookies. Cookie settings. Accept all cookies. Read more in our cookie notice.'],
    ['it lists what was searched for', 'Résultats de la recherche'],
    ['it lists what was searched for', 'Резултати от търсенето'],
    ['it is a page that was not found', 'Страницата не е намерена'],
    ['it asks to log in', 'Anmelden', 'Benutzername Passwort vergessen? Bitte melden Sie sich an, um fortzufahren.'],
  ])('is skipped: %s (%s)', (reason, title, text) => expect(skipped(title, text)).toBe(reason)); // prettier-ignore

  it.each([
    'Not found: missing children in Europe',
    '404 days in detention',
    '500 women speak',
    'Access denied: residence permits for victims',
    'Searching for answers: results of a study',
    'Suche nach Gerechtigkeit',
    'Acceso a la justicia',
    'Results for 2019: annual report',
  ])('is not what such a title begins with: %s', (title) => expect(skipped(title)).toBe(null));

  it('still says what it calls itself', () => {
    const page = `<html lang="fr"><head><title>Page introuvable</title></head><body><p>La page que vous cherchez n’est plus là, ou son adresse a changé depuis.</p></body></html>`;
    expect(createDraft(page, createNames([]), { file: 'a.html' })).toEqual({
      file: 'a.html',
      title: 'Page introuvable',
      language: 'fr',
      skipped: { reason: 'it is a page that was not found' },
    });
  });
});
