import { joinGuest } from '@/domain/merges/commands'
import { begin } from './begin'

/** Joins one guest to a member three times at once; tells what joined each time. */
await begin(async (userId = '', guestHash = '', at = '') => {
  const join = () => joinGuest({ userId, sessionId: '' }, guestHash, new Date(at))
  return Promise.all([join(), join(), join()])
})
