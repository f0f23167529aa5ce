import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') }
const secret = {
  AUTH_SECRET: 'a secret for tests alone, never used elsewhere',
  LOG_LEVEL: 'silent',
  OUTBOX_FOLDER: '.cache/test-outbox',
  TEST_RUN: String(process.pid),
  NODE_ENV: 'test' as const,
}
const sqlite = { ...secret, DATABASE_URL: 'file:.cache/test/unused.db' }
const postgres = { ...secret, DATABASE_URL: 'postgres://set-by-the-tests' }
const console = './tests/support/console.ts'

/** The db and api tests run on SQLite and again on PGlite; those of concurrency on a real PostgreSQL too. */
export default defineConfig({
  resolve: { alias },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['tests/rules/**/*.test.ts'], env: sqlite, setupFiles: [console] },
      },
      ...(['db', 'api'] as const).flatMap((part) => [
        {
          extends: true as const,
          test: {
            name: `${part}-sqlite`,
            include: [`tests/${part}/**/*.test.ts`],
            env: sqlite,
            globalSetup: './tests/support/sqlite-template.ts',
            setupFiles: [console, './tests/support/sqlite.ts'],
          },
        },
        {
          extends: true as const,
          test: {
            name: `${part}-pglite`,
            include: [`tests/${part}/**/*.test.ts`],
            exclude: ['**/*.sqlite.test.ts', '**/*.processes.test.ts'],
            env: postgres,
            globalSetup: './tests/support/pglite-template.ts',
            setupFiles: [console, './tests/support/pglite.ts'],
          },
        },
      ]),
      {
        extends: true,
        test: {
          name: 'db-postgres',
          include: ['tests/db/**/*.processes.test.ts'],
          env: secret,
          globalSetup: './tests/support/postgres-server.ts',
          setupFiles: [console, './tests/support/postgres.ts'],
        },
      },
    ],
  },
})
