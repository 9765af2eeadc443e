import { copyOnClick } from './copy.ts';
import { leaveAtOnce } from './leave.ts';
import { saveOnClick } from './save-picture.ts';
import { suggestIn } from './suggest.ts';
import { pictureOfTable } from './table-picture.ts';

// What script adds to every page of the explorer; each of them is whole without.
const exit = document.querySelector<HTMLAnchorElement>('#exit');
if (exit) leaveAtOnce(exit);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) copyOnClick(button);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggests]')) suggestIn(form);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-saves]')) {
  const picture = document.getElementById(button.dataset.saves!);
  if (picture instanceof SVGSVGElement) saveOnClick(button, () => picture);
  if (picture instanceof HTMLTableElement) saveOnClick(button, () => pictureOfTable(picture));
}
