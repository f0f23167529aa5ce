import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { afterAll, beforeAll } from 'vitest'
import { type Handle, store, useStore } from '@/db/client'
import { serializable } from '@/db/postgres'
import { dump } from './pglite-template'

import './storage-folder'

beforeAll(async () => {
  const engine = await PGlite.create({ loadDataDir: new Blob([readFileSync(dump)]) })
  const db = drizzle(engine, { casing: 'snake_case' })
  const close = () => engine.close()
  useStore(
    serializable(
      db as unknown as Handle,
      (work) => db.transaction((tx) => work(tx as unknown as Handle), { isolationLevel: 'serializable' }),
      close,
    ),
  )
})
afterAll(async () => {
  await store().close()
  useStore(undefined)
})
