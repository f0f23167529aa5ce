import type { Letter } from '@/domain/deliveries/commands'
import { env } from '@/lib/env'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

export type Language = 'zh-CN' | 'en'
type Kind = keyof typeof zh.mail.letters

const words = { 'zh-CN': zh.mail, en: en.mail }
/** Puts values in the places {so} marked. */
export const fill = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** A page in a language. */
export const pathIn = (language: Language, path: string) => `${language === 'zh-CN' ? '' : `/${language}`}${path}`

/** An address of this site, as it stands in a mail: from PUBLIC_URL, never from what a request says. */
export function linkTo(language: Language, path: string): string {
  return new URL(pathIn(language, path), env().PUBLIC_URL).href
}

/** A mail in plain text: what happened, the link on a line of its own, and what to do if it was not you. */
export function letter(kind: Kind, language: Language, to: string, values: Record<string, string> = {}): Letter {
  const { letters, greeting, closing } = words[language]
  const { subject, text } = letters[kind]
  return {
    purpose: kind,
    to,
    subject: fill(subject, values),
    text: [greeting, fill(text, values), closing].join('\n\n'),
  }
}

/** Tells an address that the password of its account was changed, and how to get it back. */
export const passwordNotice = (language: Language) => (to: string) =>
  letter('passwordChanged', language, to, { forgot: linkTo(language, '/forgot') })

/** Tells who registers an address that has an account already. */
export const knownNotice = (language: Language, to: string) =>
  letter('known', language, to, { signIn: linkTo(language, '/sign-in'), forgot: linkTo(language, '/forgot') })
