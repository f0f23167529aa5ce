import { readFileSync } from 'node:fs'
import { store } from '@/db/client'
import { brought } from '../staging'

/** Brings a file in as the command line does, and kills itself, as `kill -9` does, after so many steps. */
const [subject = '', file = '', steps = '0'] = process.argv.slice(2)
let left = Number(steps)
const pause = async () => {
  if (--left <= 0) process.kill(process.pid, 'SIGKILL')
}
await brought(subject, readFileSync(file, 'utf8'), { partial: true, pause })
await store().close()
