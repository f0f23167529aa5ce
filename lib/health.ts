import { statfs } from 'node:fs/promises'
import { store, write } from '@/db/client'
import { schemaIsCurrent } from '@/db/migrate'
import { leases } from '@/db/schema'

const freeBytesNeeded = 64 * 1024 * 1024

export type Readiness = { ready: boolean; checks: Record<'draining' | 'schema' | 'write' | 'disk', string> }

async function said(check: () => Promise<string>): Promise<string> {
  try {
    return await check()
  } catch (error) {
    return error instanceof Error ? error.message : 'failed'
  }
}

/** A real write, so that a full disk or a read-only file shows. */
async function probeWrite(now: Date) {
  const mark = { holder: 'probe', expiresAt: now }
  await write((tx) =>
    tx
      .insert(leases)
      .values({ name: 'readyz', ...mark })
      .onConflictDoUpdate({ target: leases.name, set: mark }),
  )
  return 'ok'
}

async function probeDisk() {
  const { raw } = store()
  if (!raw) return 'ok'
  const { bavail, bsize } = await statfs(raw.name)
  return bavail * bsize > freeBytesNeeded ? 'ok' : 'less than 64 MiB free'
}

let last: { at: number; readiness: Readiness } | undefined

/** May this process get traffic? Asked at most once in two seconds: the probe writes. */
export async function readiness(now: Date): Promise<Readiness> {
  const draining = (globalThis as { yilianDraining?: boolean }).yilianDraining === true
  if (last && !draining && now.getTime() - last.at < 2000) return last.readiness
  const checks = {
    draining: draining ? 'draining' : 'ok',
    schema: await said(async () => ((await schemaIsCurrent()) ? 'ok' : 'not migrated to this release')),
    write: draining ? 'ok' : await said(() => probeWrite(now)),
    disk: await said(probeDisk),
  }
  last = { at: now.getTime(), readiness: { ready: Object.values(checks).every((one) => one === 'ok'), checks } }
  return last.readiness
}
