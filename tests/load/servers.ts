import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { root } from './workspace'

export type Server = { port: number; pid: number; startedInMs: number; stop: () => Promise<void> }

const children = new Set<ChildProcess>()

// Each child leads a process group of its own, so that what it started ends with it.
function signal(child: ChildProcess, name: NodeJS.Signals) {
  try {
    if (child.pid) process.kill(-child.pid, name)
  } catch (error) {
    // ESRCH: it is gone already, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

process.on('exit', () => {
  for (const child of children) signal(child, 'SIGKILL')
})

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  signal(child, 'SIGTERM')
  const inTime = await Promise.race([ended, delay(20_000, false, { ref: false })])
  if (!inTime) signal(child, 'SIGKILL')
  await ended
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const answers = (url: string) =>
  fetch(url).then(
    (reply) => reply.ok,
    () => false,
  )

async function waitUntilReady(child: ChildProcess, url: string) {
  const until = performance.now() + 120_000
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it was ready`)
    if (performance.now() > until) throw new Error(`${url} was not ready in two minutes`)
    await delay(10)
  }
}

/** @property command its words, or what makes them of the port where they stand in no environment */
export type Command = { command: string[] | ((port: number) => string[]); env: Record<string, string>; ready: string }

/** Starts a server on a free port and waits until its `ready` path answers 200. */
export async function startServer({ command, env, ready }: Command): Promise<Server> {
  const port = await freePort()
  const [program = '', ...args] = typeof command === 'function' ? command(port) : command
  const startedAt = performance.now()
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env, PORT: `${port}` },
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  await waitUntilReady(child, `http://127.0.0.1:${port}${ready}`)
  const startedInMs = performance.now() - startedAt
  return { port, pid: child.pid ?? 0, startedInMs, stop: () => stop(child) }
}

const clockTicksPerSecond = 100

/** Processor seconds a server has used so far. Linux only; elsewhere not a number. */
export function cpuSeconds({ pid }: Server): number {
  if (process.platform !== 'linux') return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond
}

/** Memory of a server in MiB: resident now, and at its highest. Linux only. */
export function memoryMiB({ pid }: Pick<Server, 'pid'>): { now: number; peak: number } {
  if (process.platform !== 'linux') return { now: Number.NaN, peak: Number.NaN }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1])
  return { now: kib('VmRSS') / 1024, peak: kib('VmHWM') / 1024 }
}
