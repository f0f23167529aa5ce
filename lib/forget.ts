import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from './env'
import { countingKey } from './session'

/** Mails that lie in the outbox folder hold an address each: they go after so many days. */
const keptDays = 30

async function listKept(): Promise<string[]> {
  const folder = env().OUTBOX_FOLDER
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.eml')).map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** The header lines of a mail, each on one line, in lower case. */
const headersOf = (mail: string) => (mail.split(/\r?\n\r?\n/)[0] ?? '').replaceAll(/\r?\n[ \t]+/g, ' ').toLowerCase()

function isTo(mail: string, email: string): boolean {
  const to = /^to:(.*)$/m.exec(headersOf(mail))?.[1] ?? ''
  return to.split(/[\s,<>]+/).includes(email)
}

/** Removes the mails to an address that were kept for want of a mail server. */
async function dropKeptMails(email: string): Promise<void> {
  for (const file of await listKept()) if (isTo(await readFile(file, 'utf8'), email)) await rm(file, { force: true })
}

/** Removes kept mails that nobody will need any more. */
export async function dropOldMails(now: Date): Promise<void> {
  for (const file of await listKept()) {
    const { mtime } = await stat(file)
    if (now.getTime() - mtime.getTime() > keptDays * 86_400_000) await rm(file, { force: true })
  }
}

/** What a deletion must reach beside the person's own rows: mails kept in a folder, and what was counted under the address. */
export const outsideTheStore = { countedAs: (email: string) => countingKey(`account:${email}`), dropKeptMails }
