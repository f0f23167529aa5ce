import { changePerson } from '@/domain/people/commands'
import { Refusal } from '@/lib/errors'
import { begin } from './begin'

/** One admin disables another. @returns the outcome, or the code of its refusal. */
await begin(async (actor = '', person = '') => {
  try {
    return (await changePerson(actor, person, { disabled: true }, new Date())).state
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
})
