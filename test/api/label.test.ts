import { expect, it } from 'vitest';
import { labelOf } from '../../src/api/label.ts';
import type { CatalogueRecord } from '../../src/model.ts';
import { source } from '../records.ts';

const names = { sr: 'Србија', 'sr-Latn': 'Srbija', pt: 'Sérvia', 'zh-Hans': '塞尔维亚' };
const serbia: CatalogueRecord = { kind: 'country', id: 'country/RS', name: 'Serbia', names, source };

it.each([
  ['sr-Latn', 'Srbija'],
  ['sr-Latn-RS', 'Srbija'],
  ['sr-latn-rs', 'Srbija'],
  ['sr-RS', 'Србија'],
  ['sr-Cyrl-RS', 'Србија'],
  ['pt-BR', 'Sérvia'],
  ['zh-Hant-TW', '塞尔维亚'],
  ['fi', 'Serbia'],
])('a name in %s is the nearest there is, its script before its region: %s', (language, name) => {
  expect(labelOf(serbia, language)).toBe(name);
});
