import './commands/load-env'
import { parseArgs } from 'node:util'
import { store } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { type BankOptions, bank } from './commands/bank'
import { BrokenContent } from './commands/content/read-content'
import { createAdmin, resetSecondFactor, Stopped } from './commands/create-admin'
import { type LibraryOptions, library } from './commands/library'
import { printPushKeys } from './commands/push-keys'
import { seed } from './commands/seed'
import { WrongUse } from './commands/wrong-use'

// Exit codes: 0 done, 1 findings that stop it, 2 wrong use.
const usage = `yilian <command>
  migrate                 bring the database up to this release
  seed [FOLDER]           bring the bank up to the files under content/exams
  bank check FOLDER       check content files; each fault names file and line
  bank import FILE --subject S [--dry-run] [--partial]
                          take a file of questions in as drafts; an error stops all of it, or with --partial its question
  bank export --subject S --format F --out FILE [--status published]
                          write a subject's questions to a file, drafts as well, nothing that was retired
  library typeset [--fonts FOLDER]
                          make the PDFs of the study material under content/exams anew
  library paper SUBJECT [--seed TEXT | --day DAY] [--out FOLDER] [--answers] [--fonts FOLDER]
                          a paper drawn from what is published, its answer sheet, and its answers for trainers, as PDFs
  push keys               make the keys by which services of browsers know this site, for .env
  admin create --email E  make an admin, or raise a member to one; the password is asked for, or read from stdin
  admin reset-totp --email E  take a second factor off whose app and recovery codes are lost
Options: --json (one JSON document on stdout)`

type Options = BankOptions & LibraryOptions & { email?: string }

async function admin(verb: string | undefined, { email, json }: Options) {
  const commands: Record<string, (email: string) => Promise<object>> = {
    create: createAdmin,
    'reset-totp': resetSecondFactor,
  }
  const command = commands[verb ?? '']
  if (!command) throw new WrongUse('admin wants create or reset-totp')
  if (!email) throw new WrongUse(`admin ${verb} wants --email`)
  const report = await command(email)
  if (json) console.log(JSON.stringify(report))
}

async function run(words: string[], options: Options): Promise<number> {
  const [command, ...rest] = words
  let code = 0
  if (command === 'migrate') await migrateDatabase()
  else if (command === 'seed') await seed(rest[0])
  else if (command === 'bank') code = await bank(rest, options)
  else if (command === 'library') await library(rest, options)
  else if (command === 'push' && rest.join() === 'keys') printPushKeys(options.json ?? false)
  else if (command === 'admin' && rest.length === 1) await admin(rest[0], options)
  else throw new WrongUse(command ? `unknown command: ${words.join(' ')}` : 'no command')
  await store().close()
  return code
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      email: { type: 'string' },
      fonts: { type: 'string' },
      seed: { type: 'string' },
      day: { type: 'string' },
      answers: { type: 'boolean' },
      subject: { type: 'string' },
      'dry-run': { type: 'boolean' },
      partial: { type: 'boolean' },
      format: { type: 'string' },
      out: { type: 'string' },
      status: { type: 'string' },
    },
  })
  process.exitCode = await run(positionals, values)
} catch (error) {
  const wrongUse = error instanceof WrongUse || (error instanceof TypeError && 'code' in error)
  if (wrongUse) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof BrokenContent)
    console.error(`${error.message}\n${error.faults.length} faults; nothing was changed`)
  else console.error(error instanceof Stopped ? error.message : error)
  process.exitCode = wrongUse ? 2 : 1
}
