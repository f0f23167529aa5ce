import type { Bank, Written } from '../writing'

/** What a file of ours calls itself; a reader refuses versions above the one it knows. */
export const ownFormat = 'yilian-bank'
export const ownVersion = 1

const base64 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

const lines = (items: readonly unknown[]) => items.map((item) => `\n    ${JSON.stringify(item)}`).join(',')

/** The whole bank, nothing left out: a question on each line, so that two files can be compared line by line. */
export async function writeJson(bank: Bank, _locale: 'zh-CN' | 'en'): Promise<Written> {
  const { exam, level, subject, questions } = bank
  const media = [...bank.media.values()].map(({ hash, mime, name, bytes }) => ({
    hash,
    mime,
    name,
    base64: base64(bytes),
  }))
  const head = { format: ownFormat, version: ownVersion, exam, level, subject }
  const fields = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  const text = `{\n${fields.join('')}  "questions": [${lines(questions)}\n  ],\n  "media": [${lines(media)}\n  ]\n}\n`
  return { bytes: new TextEncoder().encode(text), mime: 'application/json', extension: 'json', losses: [] }
}
