import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../src/web/examples.ts';

const folder = 'src/client/examples';
/** The order in which the console shows the groups. */
const groups = ['partner-website', 'analyst', 'developer', 'curator'];

/** The examples of every group of users, in the order of the groups and of their file names. */
export function readExamples(): Example[] {
  const strangers = readdirSync(folder).filter((group) => !groups.includes(group));
  if (strangers.length > 0) throw new Error(`${folder} has ${strangers.join(', ')}, which is no group of the console`);
  return groups.flatMap((group) =>
    readdirSync(join(folder, group))
      .toSorted()
      .map((file) => readExample(group, file)),
  );
}

function readExample(group: string, file: string): Example {
  const text = readFileSync(join(folder, group, file), 'utf8');
  const [, title] = /^# (.+)\n/.exec(text) ?? [];
  if (!title || !file.endsWith('.graphql'))
    throw new Error(`${group}/${file} must be a .graphql file that begins with a comment of what it answers`);
  const [line, variables = ''] = /^# variables: (.+)\n/m.exec(text) ?? [];
  const query = line ? text.replace(line, '') : text;
  const shown = variables && JSON.stringify(JSON.parse(variables), null, 2);
  return { group, name: file.replace(/\.graphql$/, ''), title, query, variables: shown };
}
