import { describe, expect, it } from 'vitest';
import { weighWords } from '../../src/projection/words.ts';

const weightsOf = (texts: Parameters<typeof weighWords>[0]) => {
  const { words, weights } = weighWords(texts);
  return new Map(words.map((word, place) => [word, weights[place]!]));
};

describe('the words of a publication', () => {
  it('are folded, so that scripts and marks make no difference', () => {
    expect(weighWords({ title: 'Žrtve трговине Људима' }).words).toEqual(['zrtve', 'trgovine', 'ljudima']);
  });

  it('stand title first', () => {
    expect(
      weighWords({ title: 'A guide', titles: ['A guide', 'Ein Leitfaden'], summary: 'For a guide' }),
    ).toMatchObject({ words: ['guide', 'ein', 'leitfaden'] });
  });

  it('are without those that say nothing in its language, or in English', () => {
    const { words } = weighWords({
      title: 'La trata de las mujeres',
      summary: 'On the women of Spain',
      language: 'es',
    });
    expect(words).toEqual(['trata', 'mujeres', 'women', 'spain']);
  });

  it('weigh more in the title, more the more often they stand there, and less in a longer text', () => {
    const weights = weightsOf({ title: 'asylum', summary: 'border courts courts' });
    expect(weights.get('asylum')!).toBeGreaterThan(weights.get('border')!);
    expect(weights.get('courts')!).toBeGreaterThan(weights.get('border')!);
    const longer = weightsOf({ title: 'asylum', summary: 'border '.repeat(100) });
    expect(longer.get('asylum')!).toBeLessThan(weights.get('asylum')!);
  });

  it('stay within a byte each and sixty-four in all, however long the text is', () => {
    const text = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    const { words, weights } = weighWords({
      title: 'x'.repeat(3) + ' '.repeat(3),
      summary: `${text} ${'again '.repeat(9999)}`,
    });
    expect(words).toHaveLength(64);
    for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(1);
    expect(Math.max(...weightsOf({ title: 'one '.repeat(1000) }).values())).toBeLessThanOrEqual(192);
  });
});
