import type { TestProject } from 'vitest/node';
import { missingForNeo4j, startNeo4j } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the Neo4j of this run; null when this machine cannot have one. */
    neo4jUrl: string | null;
  }
}

/** Starts one Neo4j for all suites, or says in one line why there is none. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const missing = missingForNeo4j();
  if (missing) {
    if (process.env.NEO4J_REQUIRED) throw new Error(missing);
    console.warn(`The suites on Neo4j are skipped. ${missing}`);
    project.provide('neo4jUrl', null);
    return undefined;
  }
  const neo4j = await startNeo4j();
  project.provide('neo4jUrl', neo4j.url);
  return neo4j.stop;
}
