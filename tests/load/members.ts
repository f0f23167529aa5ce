import { createHash, randomBytes, randomUUID } from 'node:crypto'
import Driver from 'better-sqlite3'
import { databaseFile } from './workspace'

/** A member put straight into the bench's database. */
export type BenchMember = { id: string; email: string }

const writable = (database: string) => {
  const file = new Driver(database)
  file.pragma('busy_timeout = 5000')
  return file
}

/** Makes a member with a confirmed address. @param passwordHash as argon2 writes it; without one nobody can sign in. */
export function addMember(passwordHash: string | null, database = databaseFile): BenchMember {
  const id = randomUUID()
  const email = `${id}@bench.example`
  const file = writable(database)
  file
    .prepare(
      "insert into users (id, kind, role, email, password_hash, created_at) values (?, 'member', 'learner', ?, ?, ?)",
    )
    .run(id, email, passwordHash, Date.now())
  file.close()
  return { id, email }
}

/** Signs somebody in without a password. @returns the cookie. */
export function openSession(userId: string, database = databaseFile): string {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const now = Date.now()
  const file = writable(database)
  file
    .prepare(
      "insert into sessions (id, token_hash, user_id, device, created_at, last_seen_at, expires_at) values (?, ?, ?, 'Bench', ?, ?, ?)",
    )
    .run(randomUUID(), hash, userId, now, now, now + 86_400_000)
  file.close()
  return `session=${token}`
}
