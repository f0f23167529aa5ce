import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll } from 'vitest'

// Read when the environment first is: each test file has files of its own.
const folder = `.cache/test-files/${randomUUID()}`
process.env.STORAGE_FOLDER = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))
