import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { examFolders } from '@/bin/commands/content/read-content'
import { readTips } from '@/bin/commands/content/read-tips'
import { seedResources } from '@/domain/resources/commands'
import { resourceKey, storage } from '@/lib/storage/storage'
import { withBank } from '../bank'
import { request } from '../client'
import { type Contender, interleave, ratio } from '../measure'
import { hasNginx, startNginx } from '../nginx'
import type { Result } from '../report'
import type { Server } from '../servers'
import { startProduct } from '../stage'
import { readWhole } from '../whole-files'
import { databaseFile, folder } from '../workspace'
import { warmUp } from './daily'

const size = 5_000_000
const connections = 32
const seconds = 3

/** A piece of the library whose file has five megabytes of chance. @returns its id */
async function storeLargeFile(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await storage().put(resourceKey(hash), bytes)
  const [exam = ''] = examFolders(join('content', 'exams'))
  const [made] = readTips(exam).tips
  if (!made) throw new Error(`${exam} has no study material`)
  await withBank(databaseFile, () => seedResources('social-work', [{ ...made, hash, bytes: bytes.length }], new Date()))
  return made.tip.id
}

function reader(name: string, server: Server, path: string): Contender {
  const bytes = request(server.port, { path })
  return { name, server, round: () => readWhole(server.port, bytes, connections, seconds) }
}

/** A download of five megabytes, read whole by 32 at once, against nginx with the same file on the same disk. */
export async function downloads(): Promise<Result> {
  if (!hasNginx()) throw new Error('nginx is not installed: apt-get install nginx-light')
  const bytes = randomBytes(size)
  const files = join(folder, 'nginx-files')
  mkdirSync(files, { recursive: true })
  writeFileSync(join(files, 'large.pdf'), bytes)
  const id = await storeLargeFile(bytes)
  const product = await startProduct()
  const nginx = await startNginx(files, '/large.pdf')
  try {
    const contenders = [
      reader('nginx, a file of 5 MB', nginx, '/large.pdf'),
      reader('GET /api/v1/resources/{resource}/file, 5 MB', product, `/api/v1/resources/${id}/file`),
    ]
    await warmUp(contenders, 1)
    const [bare, ours] = await interleave(contenders)
    if (!bare || !ours) throw new Error('a contender is missing')
    return { rates: [bare, { ...ours, ratio: ratio(ours, bare), against: 'nginx', aim: { atLeast: 0.5 } }] }
  } finally {
    await Promise.all([nginx.stop(), product.stop()])
  }
}
