import type { Letter, Message } from '@/domain/deliveries/commands'
import type { EventKind } from '@/domain/events/kinds'
import type { Asker } from '@/domain/practice-reminders/commands'
import { provinceName } from '@/domain/regions/provinces'
import type { Teller } from '@/domain/reminders/sending-commands'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'
import { fill, type Language, letter, linkTo, pathIn } from '../auth/mails/letters'
import { oneClickUrl, practiceToken, shortToken, stopToken } from './stop'

type ToTell = Parameters<Teller>[0]
type EventRow = Parameters<Teller>[1]

const messages = { 'zh-CN': zh, en }

const regionIn = (region: string, language: Language) =>
  region === '' ? messages[language].reminders.everywhere : provinceName(region, language)

const kindIn = (kind: EventKind, language: Language) => messages[language].eventNames[kind]

type Asked = { email: string; region: string; events: readonly EventKind[]; language: Language; token: string }

/** Asks an address whether it wants to be told. */
export function confirmLetter({ email, region, events, language, token }: Asked): Letter {
  const list = events.map((kind) => `· ${kindIn(kind, language)}`).join('\n')
  const link = linkTo(language, `/reminders/confirm#${token}`)
  return letter('reminderConfirm', language, email, { region: regionIn(region, language), list, link })
}

/** 2027-05-17T09:00 → 2027-05-17 09:00. */
const shown = (moment: string) => moment.replace('T', ' ')
const span = ({ startsAt, endsAt }: { startsAt: string | null; endsAt: string | null }) =>
  [startsAt, endsAt].flatMap((one) => (one ? [shown(one)] : [])).join(' – ')

const calendarOf = (region: string) => `/calendar${region === '' ? '' : `?region=${region}`}`

/** What a mail says: with the source, the calendar, and how to stop. */
function mailOf({ id, address, region, language }: ToTell, event: EventRow): Letter {
  const values = {
    what: kindIn(event.kind, language),
    region: regionIn(region, language),
    when: span(event),
    note: event.note,
    source: [event.source?.publisher, event.source?.title].filter(Boolean).join(' · '),
    calendar: linkTo(language, calendarOf(region)),
    stop: linkTo(language, `/reminders/stop#${stopToken(id)}`),
  }
  return letter('reminder', language, address, values)
}

/** What fits on the screen of a locked telephone, or in an SMS. */
function shortOf({ address, region, language }: ToTell, event: EventRow): Letter {
  const { title, body } = messages[language].mail.short.reminder
  const values = { what: kindIn(event.kind, language), region: regionIn(region, language), when: span(event) }
  return { purpose: 'reminder', to: address, subject: fill(title, values), text: fill(body, values) }
}

/** Tells of an event by the reminder's own channel. */
export const tellOf: Teller = (to, event): Message => {
  const { id, channel, keys, region, language } = to
  const stopUrl = oneClickUrl(stopToken(id))
  if (channel === 'mail') return { ...mailOf(to, event), channel, stopUrl }
  const short = { ...shortOf(to, event), channel, stopUrl }
  if (channel === 'push') return { ...short, keys, url: pathIn(language, calendarOf(region)) }
  const params = {
    what: kindIn(event.kind, language),
    region: regionIn(region, language),
    when: span(event),
    stop: shortToken(id),
  }
  return { ...short, params }
}

/** The code that confirms a number, or ends its reminders. */
export const codeMessage = (phone: string, code: string): Message => ({
  ...{ channel: 'sms', purpose: 'sms-code', to: phone, subject: '', text: '', params: { code } },
})

/** Asks somebody to practise today. */
export const askOf: Asker = ({ userId, channel, to, keys, language }): Message => {
  const stopUrl = oneClickUrl(practiceToken(userId))
  if (channel === 'push') {
    const { title, body } = messages[language].mail.short.practice
    return { channel, purpose: 'practice', to, keys, subject: title, text: body, url: pathIn(language, '/'), stopUrl }
  }
  const stop = linkTo(language, `/reminders/stop#${practiceToken(userId)}`)
  const values = { link: linkTo(language, '/'), settings: linkTo(language, '/settings'), stop }
  return { ...letter('practice', language, to, values), channel, stopUrl }
}
