import { write } from '@/db/client'
import { type MailLimits, mayMail } from '@/domain/accounts/commands'
import { type Letter, queueMail } from '@/domain/deliveries/commands'

/**
 * Puts a letter with a file on its way. Nothing tells the sender that an address gets no more for now.
 * @throws Refusal `too-many-requests` for a sender that asks for too many mails
 */
export function mailFile(letter: Letter, limits: MailLimits, now: Date): Promise<void> {
  return write(async (tx) => {
    if (await mayMail(tx, limits, now)) await queueMail(tx, letter, now)
  })
}
