// The server of the browser tests: the production build on a fresh database.
import { fork, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import webPush from 'web-push'
import { openMailbox } from './mailbox.mjs'

const mailbox = await openMailbox(Number(process.env.MAILBOX_PORT))
const { publicKey, privateKey } = webPush.generateVAPIDKeys()
const folder = mkdtempSync(join(tmpdir(), 'yilian-e2e-'))
const env = {
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: `file:${join(folder, 'yilian.db')}`,
  STORAGE_FOLDER: join(folder, 'files'),
  AUTH_SECRET: 'a secret for the browser tests alone, used nowhere else',
  PUBLIC_URL: `http://localhost:${process.env.PORT}`,
  SMTP_URL: mailbox.url,
  VAPID_PUBLIC_KEY: publicKey,
  VAPID_PRIVATE_KEY: privateKey,
  VAPID_SUBJECT: 'mailto:post@yilian.example',
  SMS_PROVIDER: 'log',
  THROTTLE_FACTOR: '100',
  LOG_LEVEL: 'warn',
}
// The exam was seeded a while ago, so that there are days gone by; seeding again builds the sets up to today.
const ahead = String(-40 * 86_400_000)
const earlier = { ...env, CLOCK_AHEAD_MS: ahead, NODE_OPTIONS: '--import ./tests/e2e/shifted-clock.mjs' }
for (const [command, when] of [
  ['migrate', env],
  ['seed', earlier],
  ['seed', env],
]) {
  const { status } = spawnSync('node_modules/.bin/tsx', ['bin/yilian.ts', command], { stdio: 'inherit', env: when })
  if (status !== 0) process.exit(1)
}
// The admins of tests/e2e, made as an operator makes one: each switches on the second factor for themselves.
for (const [email, password] of [
  ['admin@example.com', '管理员自己也要每天坚持练八道题'],
  ['studio@example.com', '管理员也要每天看一遍题库才放心'],
  ['bank@example.com', '管理员也要每天看一遍题库才放心'],
  ['news@example.com', '管理员也要每天看一遍题库才放心'],
  ['keyboard@example.com', '管理员也要每天看一遍题库才放心'],
  ['files@example.com', '管理员也要每天看一遍题库才放心'],
]) {
  const { status } = spawnSync('node_modules/.bin/tsx', ['bin/yilian.ts', 'admin', 'create', '--email', email], {
    input: `${password}\n`,
    stdio: ['pipe', 'inherit', 'inherit'],
    env,
  })
  if (status !== 0) process.exit(1)
}
const server = fork('bin/serve.mjs', { env })
const end = () => server.kill('SIGTERM')
process.on('SIGTERM', end)
process.on('SIGINT', end)
server.on('exit', (code) => {
  mailbox.close()
  rmSync(folder, { recursive: true, force: true })
  process.exit(code ?? 0)
})
