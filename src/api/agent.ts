import { createUnionType } from 'type-graphql';
import { Organisation } from './organisation.ts';
import { Person } from './person.ts';

/** Who can write a publication. */
export const Agent = createUnionType({
  name: 'Agent',
  description: 'Who can write a publication.',
  types: () => [Person, Organisation] as const,
  resolveType: ({ id }) => (id.startsWith('person/') ? 'Person' : 'Organisation'),
});
