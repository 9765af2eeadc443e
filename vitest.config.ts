import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Without this vitest loads graphql twice, and the two copies refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/scratch.ts', 'test/product.ts', 'test/neo4j/global-setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    // The suites share one Neo4j, and each begins by emptying it.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
  },
});
