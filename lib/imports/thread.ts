import { Worker } from 'node:worker_threads'
import { finding } from '@/domain/formats/findings'
import { Unreadable } from '@/domain/formats/reading'
import type { Understanding } from '@/domain/imports/understanding'
import type { Answer, Question } from './messages'

/** What a file may cost at most. */
const limits = { heapMb: 600, seconds: 60 }

type Thread = { understanding: Understanding; end: () => Promise<unknown> }

/** TypeScript as it lies is run by tsx, in tests and on the command line; a build has made JavaScript of it. */
const execArgv = import.meta.url.endsWith('.ts') ? ['--import', 'tsx'] : []

function ask(worker: Worker, question: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => void worker.terminate(), limits.seconds * 1000)
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
    // Out of memory, or out of time: whatever the file was made for, it is not read.
    const tooMuch = (cause: unknown) => new Unreadable(finding('FILE_UNSAFE', {}, { reason: 'limits' }), { cause })
    const onError = (error: Error) => settle(() => reject(tooMuch(error)))
    const onExit = (code: number) => settle(() => reject(tooMuch(new Error(`the thread ended with ${code}`))))
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(question)
  })
}

/**
 * An understanding in a thread of its own, with limits of memory and time. A file that breaks them ends the thread and
 * nothing else: it is told as FILE_UNSAFE.
 */
export function openThread(): Thread {
  const resourceLimits = { maxOldGenerationSizeMb: limits.heapMb }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv, resourceLimits })
  const step = <K extends keyof Understanding>(name: K, given: Parameters<Understanding[K]>) =>
    ask(worker, { step: name, given } as Question) as ReturnType<Understanding[K]>
  return {
    understanding: {
      read: (task) => step('read', [task]),
      see: (subject, prints) => step('see', [subject, prints]),
      next: (subject) => step('next', [subject]),
      judge: (subject, contents) => step('judge', [subject, contents]),
      finish: () => step('finish', []),
      items: (from, count) => step('items', [from, count]),
    },
    end: () => worker.terminate(),
  }
}
