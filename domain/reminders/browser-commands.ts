import { randomUUID } from 'node:crypto'
import { and, eq, ne } from 'drizzle-orm'
import { type Handle, write } from '@/db/client'
import { practiceReminders, reminders } from '@/db/schema'
import { withdraw } from '@/domain/deliveries/commands'
import type { BrowserInput } from '@/domain/deliveries/input'
import { datePurpose } from '@/domain/deliveries/quiet'
import { sameReminder, type Who } from './commands'

/** The browser's own question was its consent: the reminder stands at once, until somebody stops it. */
export function remindBrowser(who: Omit<Who, 'address' | 'channel'>, browser: BrowserInput, now: Date): Promise<void> {
  return write(async (tx) => {
    const row = { ...who, channel: 'push' as const, address: browser.endpoint, keys: browser.keys }
    const standing = { status: 'standing' as const, askedAt: now, confirmedAt: now, stoppedAt: null }
    const [known] = await tx.select({ id: reminders.id }).from(reminders).where(sameReminder(row))
    if (known)
      await tx
        .update(reminders)
        .set({ ...row, ...standing })
        .where(eq(reminders.id, known.id))
    else await tx.insert(reminders).values({ id: randomUUID(), ...row, ...standing })
  })
}

const datesOf = (endpoint: string) => and(eq(reminders.channel, 'push'), eq(reminders.address, endpoint))
const practiceOf = (endpoint: string) =>
  and(eq(practiceReminders.channel, 'push'), eq(practiceReminders.address, endpoint))

async function stopDates(tx: Handle, endpoint: string, now: Date) {
  await tx
    .update(reminders)
    .set({ status: 'stopped', asked: null, tokenHash: null, stoppedAt: now })
    .where(and(datesOf(endpoint), ne(reminders.status, 'stopped')))
}

/** Somebody has stopped the reminders of dates on that browser; its daily one has a switch of its own. */
export function stopBrowserDates(endpoint: string, now: Date): Promise<void> {
  return write(async (tx) => {
    await stopDates(tx, endpoint, now)
    await withdraw(tx, { channel: 'push', to: endpoint, purpose: datePurpose }, 'stopped', now)
  })
}

/** A browser is gone, and told of nothing any more. @param fault what its service said */
export function dropBrowser(endpoint: string, fault: string, now: Date): Promise<void> {
  return write(async (tx) => {
    await stopDates(tx, endpoint, now)
    await tx.delete(practiceReminders).where(practiceOf(endpoint))
    await withdraw(tx, { channel: 'push', to: endpoint }, fault, now)
  })
}

/** A browser has got another address: what it is told of stays the same. */
export function moveBrowser(from: string, to: BrowserInput, now: Date): Promise<void> {
  return write(async (tx) => {
    const place = { address: to.endpoint, keys: to.keys }
    // What the new address has already is the newer wish.
    const taken = await tx.select().from(reminders).where(datesOf(to.endpoint))
    for (const one of taken)
      await tx
        .update(reminders)
        .set({ status: 'stopped', stoppedAt: now })
        .where(sameReminder({ ...one, address: from }))
    const mine = await tx
      .select()
      .from(reminders)
      .where(and(datesOf(from), eq(reminders.status, 'standing')))
    for (const { id } of mine) await tx.update(reminders).set(place).where(eq(reminders.id, id))
    const daily = await tx.select().from(practiceReminders).where(practiceOf(from))
    await tx.delete(practiceReminders).where(practiceOf(from))
    for (const one of daily)
      await tx
        .insert(practiceReminders)
        .values({ ...one, ...place })
        .onConflictDoNothing()
  })
}
