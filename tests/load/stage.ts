import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureBuilt, hashOf, once, run } from '@/bin/setup.mjs'
import { storeSets, withBank } from './bank'
import { type Server, startServer } from './servers'
import { databaseFile, folder } from './workspace'

export const subject = 'junior-comprehensive'
export const homePath = '/'
export const playerPath = `/practice/${subject}/daily`
export const dailyPath = `/api/v1/daily/${subject}`

const reference = 'tests/load/reference'

/** Production builds of the product and of the reference, made anew when their sources changed. */
export function build() {
  ensureBuilt()
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const done = join(reference, '.next', 'BUILD_ID')
  const key = () => hashOf([reference, 'package-lock.json'], [process.version])
  once('bench-reference', key, existsSync(done), () => run(process.execPath, [next, 'build', reference]))
}

const production = { NODE_ENV: 'production' }

export const startProduct = () =>
  startServer({ command: [process.execPath, 'bin/serve.mjs'], env: production, ready: '/readyz' })

async function startReference(product: Server): Promise<Server> {
  const reply = await fetch(`http://127.0.0.1:${product.port}${dailyPath}`)
  if (!reply.ok) throw new Error(`${dailyPath} answers ${reply.status}`)
  const body = join(folder, 'constant.json')
  writeFileSync(body, await reply.text())
  const env = { ...production, CONSTANT_BODY: body, REFERENCE_DATABASE: join(folder, 'reference.db') }
  return startServer({ command: [process.execPath, `${reference}/serve.mjs`], env, ready: '/ok' })
}

export type Stage = { product: Server; reference: Server }

let stage: Promise<Stage> | undefined

async function setUp(): Promise<Stage> {
  await withBank(databaseFile, storeSets)
  const product = await startProduct()
  return { product, reference: await startReference(product) }
}

/** The product and the reference side by side, started when the first part asks for them. */
export function bothServers(): Promise<Stage> {
  stage ??= setUp()
  return stage
}

/** Ends both, so that other parts have the machine for themselves. */
export async function closeStage() {
  if (!stage) return
  const { product, reference } = await stage
  stage = undefined
  await Promise.all([product.stop(), reference.stop()])
}
