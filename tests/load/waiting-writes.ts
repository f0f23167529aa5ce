import { fork } from 'node:child_process'
import { once } from 'node:events'

/** Writes every 20 ms from a process of its own, and notes for how many milliseconds each waited for the lock. */
export function watchWrites(database: string) {
  const child = fork('tests/load/write-and-wait.ts', [database], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    async stop(): Promise<number[]> {
      const told = once(child, 'message')
      child.send('stop')
      const [waited] = (await told) as [number[]]
      return waited
    },
  }
}
