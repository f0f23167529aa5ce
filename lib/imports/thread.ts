import { type ResourceLimits, Worker } from 'node:worker_threads'
import { finding } from '@/domain/formats/findings'
import { Unreadable } from '@/domain/formats/reading'
import type { Understanding } from '@/domain/imports/understanding'
import { isBuilt } from '../env'
import type { Answer, Question } from './messages'

/** What a file may cost at most; and how long a thread is kept for the next one: starting one loads all parsers. */
/** Questions live briefly: with room for some hundreds of them, nearly none is carried on to be collected dearly. */
const youngMb = 32

type Limits = { heapMb: number; seconds: number }
const usual: Limits = { heapMb: 600, seconds: 60 }
const keptMs = 300_000

type Thread = { understanding: Understanding; end: () => Promise<void> }

/** Threads that have come to an end, whatever ended them. */
const ended = new WeakSet<Worker>()

function start({ heapMb }: Limits): Worker {
  const worker = open({ maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb })
  const note = () => {
    ended.add(worker)
    if (kept?.worker === worker) kept = undefined
  }
  return worker.once('error', note).once('exit', note)
}

function open(resourceLimits: ResourceLimits): Worker {
  if (isBuilt()) return new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits })
  // In tests and on the command line: a thread knows nothing of tsx before it is told.
  const file = JSON.stringify(import.meta.url.replace(/thread\.ts$/, 'worker.ts'))
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${file}) })`
  return new Worker(code, { eval: true, resourceLimits })
}

// Out of memory, or out of time: whatever the file was made for, it is not read.
const tooMuch = (cause: unknown) => new Unreadable(finding('FILE_UNSAFE', {}, { reason: 'limits' }), { cause })

function ask(worker: Worker, question: Question, { seconds }: Limits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), seconds * 1000)
    const settle = (done: () => void) => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      done()
    }
    const onMessage = (answer: Answer) =>
      settle(() => {
        if ('value' in answer) resolve(answer.value)
        else reject('unreadable' in answer ? new Unreadable(answer.unreadable) : new Error(answer.failed))
      })
    const onError = (error: Error) => settle(() => reject(tooMuch(error)))
    const onExit = (code: number) => settle(() => reject(tooMuch(new Error(`the thread ended with ${code}`))))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}

const stepsOf = (worker: Worker, limits: Limits): Understanding => {
  const step = <K extends keyof Understanding>(name: K, given: Parameters<Understanding[K]>) =>
    ask(worker, { step: name, given } as Question, limits) as ReturnType<Understanding[K]>
  return {
    read: (task) => step('read', [task]),
    look: () => step('look', []),
    see: (subject, prints, isLast) => step('see', [subject, prints, isLast]),
    judge: (stored) => step('judge', [stored]),
    counts: () => step('counts', []),
    forget: () => step('forget', []),
  }
}

/** The one thread that waits for the next file. */
let kept: { worker: Worker; timer: NodeJS.Timeout } | undefined

function take(limits: Limits): Worker {
  if (!kept || limits !== usual) return start(limits)
  const { worker, timer } = kept
  kept = undefined
  clearTimeout(timer)
  worker.ref()
  return worker
}

function keep(worker: Worker) {
  const timer = setTimeout(() => {
    kept = undefined
    void worker.terminate()
  }, keptMs).unref()
  worker.unref()
  kept = { worker, timer }
}

/**
 * An understanding in a thread of its own, with limits of memory and time. A file that breaks them ends the thread and
 * nothing else: it is told as FILE_UNSAFE.
 */
export function openThread(limits = usual): Thread {
  const worker = take(limits)
  const understanding = stepsOf(worker, limits)
  const end = async () => {
    if (ended.has(worker)) return
    await understanding.forget()
    if (!kept && limits === usual) keep(worker)
    else await worker.terminate()
  }
  return { understanding, end }
}
