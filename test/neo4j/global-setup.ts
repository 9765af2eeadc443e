import type { TestProject } from 'vitest/node';
import { missingForNeo4j, startNeo4j } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the Neo4j of this run; null when this machine cannot have one. */
    neo4jUrl: string | null;
  }
}

/** Starts one Neo4j for all suites; where there can be none, says why in one line, or fails if NEO4J_REQUIRED is set. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const missing = missingForNeo4j();
    if (missing) throw new Error(missing);
    const neo4j = await startNeo4j();
    project.provide('neo4jUrl', neo4j.url);
    return neo4j.stop;
  } catch (error) {
    if (process.env.NEO4J_REQUIRED) throw error;
    console.warn(`The suites on Neo4j are skipped. ${(error as Error).message}`);
    project.provide('neo4jUrl', null);
    return undefined;
  }
}
