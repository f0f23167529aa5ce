import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { memoryMiB } from './servers'
import { root } from './workspace'

export type Ran = { seconds: number; peakMiB: number; said: string }

const watchMs = 50

/** Runs `yilian …` on a database, and watches what memory it takes. @throws Error unless it ends with 0 */
export async function yilian(words: readonly string[], env: Record<string, string>): Promise<Ran> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/yilian.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let [peakMiB, said, told] = [0, '', '']
  const watch = setInterval(() => {
    try {
      peakMiB = Math.max(peakMiB, memoryMiB({ pid: child.pid ?? 0 }).peak || 0)
    } catch (error) {
      // ENOENT: it has just ended, and has no memory any more.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }, watchMs)
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`yilian ${words.join(' ')} ends with ${code}: ${told.slice(-500)}`)
  return { seconds: (performance.now() - startedAt) / 1000, peakMiB, said }
}
