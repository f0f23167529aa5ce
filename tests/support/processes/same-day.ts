import { putAnswer } from '@/domain/attempts/answer-commands'
import { finishAttempt } from '@/domain/attempts/commands'
import { startAttempt } from '@/domain/attempts/start-commands'
import { begin } from './begin'

/** One person, the same day, from several devices at once: starts, answers the first question of each type, finishes. */
await begin(async (userId = '', id = '', subject = '', at = '') => {
  const now = new Date(at)
  const start = () => startAttempt(userId, { id, mode: 'daily', subject, feedback: 'each' }, { now, seed: '' })
  const [started] = await Promise.all([start(), start(), start()])
  const put = (questionId: string) =>
    putAnswer({ userId, attemptId: started.id, questionId }, { answer: { giveUp: true }, spentMs: 7 }, now)
  const replies = await Promise.all(started.questions.flatMap(({ id }) => [put(id), put(id)]))
  const finish = () => finishAttempt(userId, started.id, now)
  const finished = await Promise.all([finish(), finish(), finish()])
  return { attempt: started.id, replies: replies.length, finished }
})
