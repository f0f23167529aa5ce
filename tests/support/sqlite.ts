import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { afterAll, beforeAll } from 'vitest'
import { store, useStore } from '@/db/client'
import { openSqlite } from '@/db/sqlite'
import { folder, template } from './sqlite-template'

import './storage-folder'

beforeAll(() => {
  const file = `${folder}/${randomUUID()}.db`
  copyFileSync(template, file)
  process.env.TEST_DATABASE_URL = `file:${file}`
  useStore(openSqlite(file))
})
afterAll(async () => {
  await store().close()
  useStore(undefined)
})
