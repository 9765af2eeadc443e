import { styleText } from 'node:util';
import type { RelatedAnswer } from './api/related-answer.ts';

const style = (name: 'bold' | 'dim', text: string) => (process.stdout.isTTY ? styleText(name, text) : text);

/** A related answer as lines for a terminal: each item with its score, its address and its three strongest reasons. */
export function relatedTable({ target, items }: RelatedAnswer): string {
  const lines = [`Related to ${style('bold', target.title)}`];
  if (items.length === 0) lines.push('  Nothing comes near enough to be shown.');
  for (const { score, title, publishers, date, language, url, id, reasons } of items) {
    const imprint = [publishers.map(({ name }) => name).join(', '), date, language].filter(Boolean).join(' · ');
    const why = reasons.slice(0, 3).map(({ text, share }) => `${text} (${Math.round(share * 100)} %)`);
    lines.push(`  ${score.toFixed(2)}  ${style('bold', title)}${imprint && ` – ${imprint}`}`);
    lines.push(`        ${why.join('; ')}`);
    lines.push(`        ${style('dim', url ?? id)}`);
  }
  return lines.join('\n');
}
