import { parseArgs } from 'node:util'
import { store } from '@/db/client'
import { migrateDatabase } from '@/db/migrate'
import { checkContent } from './commands/check-content'
import { BrokenContent } from './commands/read-content'
import { seed } from './commands/seed'

// Exit codes: 0 done, 1 findings that stop it, 2 wrong use.
const usage = `yilian <command>
  migrate                 bring the database up to this release
  seed [FOLDER]           bring the bank up to the files under content/exams
  bank check FOLDER       check content files; each fault names file and line
Options: --json (one JSON document on stdout)`

class WrongUse extends Error {}

function bankCheck(folder: string | undefined, json: boolean | undefined): number {
  if (!folder) throw new WrongUse('bank check wants a folder')
  const { questions, faults } = checkContent(folder)
  if (json) console.log(JSON.stringify({ questions, faults }))
  for (const { file, line, message } of json ? [] : faults) console.error(`${file}:${line}: ${message}`)
  console.error(`${questions} questions, ${faults.length} faults`)
  return faults.length > 0 ? 1 : 0
}

async function run(words: string[], json: boolean | undefined): Promise<number> {
  const [command, ...rest] = words
  if (command === 'migrate') await migrateDatabase()
  else if (command === 'seed') await seed(rest[0])
  else if (command === 'bank' && rest[0] === 'check') return bankCheck(rest[1], json)
  else throw new WrongUse(command ? `unknown command: ${words.join(' ')}` : 'no command')
  await store().close()
  return 0
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
  process.exitCode = await run(positionals, values.json)
} catch (error) {
  const wrongUse = error instanceof WrongUse || (error instanceof TypeError && 'code' in error)
  if (wrongUse) console.error(`${error.message}\n\n${usage}`)
  else if (error instanceof BrokenContent)
    console.error(`${error.message}\n${error.faults.length} faults; nothing was changed`)
  else console.error(error)
  process.exitCode = wrongUse ? 2 : 1
}
