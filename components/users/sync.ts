/** Loaded when there is something to tell the server of this person, or to hear from it. */
import type { QueryClient } from '@tanstack/react-query'
import { chooseLevel } from '@/components/exams/level-choice'
import { forgetAccount, rememberAccount } from './account-hint'
import { forgetGuest, hasBegun, rememberGuest } from './begin-guest'
import { changeMe, type Me, meQuery } from './queries'
import { adoptSettings, readUnsent, settingsWereSent } from './settings'

/** Takes over who the server says one is, for the marks on the pages. */
export function adoptIdentity(me: Me, nowMs: number) {
  if (me.kind === 'member') rememberAccount(me.nickname, nowMs)
  else forgetAccount()
  if (me.kind === 'guest') rememberGuest()
  if (me.kind === 'nobody') forgetGuest()
}

/**
 * The same, with the settings, and the level where none is chosen yet. Only for what the server has said just now: a page
 * that comes out of a cache may hold settings from before the last change.
 */
export function adoptMe(me: Me, nowMs: number) {
  adoptIdentity(me, nowMs)
  if (me.kind !== 'nobody') adoptSettings(me.settings)
  if (me.goal && document.documentElement.dataset.level === 'none') chooseLevel(me.goal.level)
}

/** Sends what was chosen here since the server last heard of it. */
export async function sendSettings() {
  const settings = readUnsent()
  if (!hasBegun() || Object.keys(settings).length === 0) return
  await changeMe({ settings })
  settingsWereSent(settings)
}

/** Asks the server who this is, and goes by what it says. */
export async function askWhoIAm(client: QueryClient): Promise<Me> {
  const me = await client.fetchQuery({ ...meQuery, staleTime: 0 })
  adoptMe(me, Date.now())
  if (me.kind !== 'nobody') await sendSettings()
  return me
}
