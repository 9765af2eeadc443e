import { readSeed } from '../../../bench/quality-measures.ts';
import { namedEntity } from '../../../src/ingest/names/names-of.ts';
import { createNames } from '../../../src/ingest/names/names.ts';

/** The names of the catalogue as it is. */
export const seedNames = createNames(readSeed().map(namedEntity));
