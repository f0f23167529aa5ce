import { afterAll, beforeAll, inject } from 'vitest'

// DATABASE_URL decides the dialect when db/columns.ts is first loaded: it must be set before any import of it.
process.env.DATABASE_URL = `${inject('postgresUrl')}/postgres`

beforeAll(async () => {
  const { Client } = await import('pg')
  const name = `t${Date.now()}${Math.floor(Math.random() * 1000)}`
  const client = new Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = `${inject('postgresUrl')}/${name}`
  process.env.TEST_DATABASE_URL = url
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const migrating = new Client({ connectionString: url })
  await migrating.connect()
  await migrate(drizzle(migrating), { migrationsFolder: 'db/migrations/postgres' })
  await migrating.end()
  const { useStore } = await import('@/db/client')
  const { openPostgres } = await import('@/db/postgres')
  useStore(openPostgres(url))
})
afterAll(async () => {
  const { store, useStore } = await import('@/db/client')
  await store().close()
  useStore(undefined)
})
