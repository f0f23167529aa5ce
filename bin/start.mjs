// `npm start`: from a fresh clone to a running site. A second run redoes only what has changed.
import { fork } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureBuilt, ensureEnv, ensureInstalled, ensureSeeded, root, SetupFailed, say } from './setup.mjs'

function printAddresses(port) {
  const phones = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one.address}:${port}`)
  say('is up:')
  console.log(`  on this computer   http://localhost:${port}`)
  for (const address of phones) console.log(`  on a phone nearby  ${address}`)
  console.log('  stop with Ctrl+C')
}

try {
  checkNode()
  ensureInstalled()
  ensureEnv()
  ensureBuilt()
  ensureSeeded()
} catch (error) {
  if (!(error instanceof SetupFailed)) throw error
  console.error(error.message)
  process.exit(1)
}

const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
const server = fork(join(root, 'bin', 'serve.mjs'), { cwd: root, env })
server.on('message', () => printAddresses(process.env.PORT || 3000))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
// Ctrl+C reaches the child by itself; it drains, and this process waits for it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => server.kill('SIGTERM'))
