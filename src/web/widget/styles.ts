import css from './widget.css';
import { nonce } from './server.ts';

let sheet: CSSStyleSheet | undefined;

/**
 * Styles a shadow root. A sheet made by script is no inline style, so the strictest policy lets it be; browsers of before
 * 2023 get a `style` with the nonce of the script, and a plain list where a policy forbids that.
 */
export function style(root: ShadowRoot): void {
  try {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
  } catch {
    const made = document.createElement('style');
    made.nonce = nonce;
    made.textContent = css;
    root.prepend(made);
  }
}
