import { startAttempt } from '@/domain/attempts/start-commands'
import { begin } from './begin'

/** Starts one attempt three times at once; tells the ids that came back. */
await begin(async (userId = '', id = '', subject = '', at = '') => {
  const start = () =>
    startAttempt(userId, { id, mode: 'daily', subject, feedback: 'each' }, { now: new Date(at), seed: '' })
  const states = await Promise.all([start(), start(), start()])
  return states.map((state) => state.id)
})
