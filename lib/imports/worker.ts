import { parentPort } from 'node:worker_threads'
import { orderedId } from '@/db/ordered-id'
import { understanding } from '@/domain/imports/understanding'
import { answerOf, type Question } from './messages'

/** The thread in which files are read: it answers one question after the other, and knows neither store nor network. */
const mine = understanding(orderedId)
parentPort?.on('message', async (question: Question) => {
  parentPort?.postMessage(await answerOf(mine, question))
})
