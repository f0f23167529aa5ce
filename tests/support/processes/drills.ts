import { putAnswer } from '@/domain/attempts/answer-commands'
import { startAttempt } from '@/domain/attempts/start-commands'
import { begin } from './begin'

/** Starts a chapter three times at once, and gives its first question up as often. */
await begin(async (userId = '', id = '', subject = '', at = '') => {
  const now = new Date(at)
  const input = { id, mode: 'chapter' as const, subject, chapter: 'leaves', feedback: 'each' as const }
  const start = () => startAttempt(userId, input, { now, seed: '' })
  const [{ id: attemptId, questions }] = await Promise.all([start(), start(), start()])
  const question = questions[0]?.id ?? ''
  const put = () =>
    putAnswer({ userId, attemptId, questionId: question }, { answer: { giveUp: true }, spentMs: 7 }, now)
  await Promise.all([put(), put(), put()])
  return { attempt: attemptId, question }
})
