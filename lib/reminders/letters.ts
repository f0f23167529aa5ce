import type { Letter } from '@/domain/deliveries/commands'
import type { EventKind } from '@/domain/events/kinds'
import { provinceName } from '@/domain/regions/provinces'
import type { Teller } from '@/domain/reminders/sending-commands'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'
import { type Language, letter, linkTo } from '../auth/mails/letters'
import { oneClickUrl, stopToken } from './stop'

const words = { 'zh-CN': zh.mail, en: en.mail }

const regionIn = (region: string, language: Language) =>
  region === '' ? words[language].everywhere : provinceName(region, language)

const kindIn = (kind: EventKind, language: Language) => words[language].events[kind]

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

/** Tells of an event, with its source, and how to stop. */
export const tellOf: Teller = ({ id, address, region, language }, event) => {
  const what = kindIn(event.kind, language)
  const values = {
    what,
    region: regionIn(region, language),
    when: span(event),
    note: event.note,
    source: [event.source?.publisher, event.source?.title].filter(Boolean).join(' · '),
    calendar: linkTo(language, `/calendar${region === '' ? '' : `?region=${region}`}`),
    stop: linkTo(language, `/reminders/stop#${stopToken(id)}`),
  }
  return { ...letter('reminder', language, address, values), stopUrl: oneClickUrl(id) }
}
