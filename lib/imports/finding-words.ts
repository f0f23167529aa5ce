import { createTranslator } from 'next-intl'
import type { Finding } from '@/domain/formats/findings'
import en from '@/messages/en.json'
import zh from '@/messages/zh-CN.json'

type Locale = 'zh-CN' | 'en'
const messages = { 'zh-CN': zh, en }

/** What a finding says, in words: for the command line and for files; pages have their own translator. */
export function wordsIn(locale: Locale): (finding: Finding) => string {
  const tell = createTranslator({ locale, messages: messages[locale], namespace: 'findings' }) as unknown as (
    code: string,
    params: Record<string, string | number>,
  ) => string
  return ({ code, params }) => tell(code, params)
}
