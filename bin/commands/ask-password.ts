import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** What a terminal would echo goes nowhere. */
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question)
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  // Without this, Ctrl+C would leave the question open for ever.
  const answer = new Promise<string>((resolve, reject) => {
    terminal.on('SIGINT', () => reject(new Error('given up')))
    terminal.question('').then(resolve, reject)
  })
  try {
    return await answer
  } finally {
    terminal.close()
    process.stderr.write('\n')
  }
}

/**
 * A password from a prompt that echoes nothing, typed twice, or the first line of stdin. Never an argument: those are seen
 * by everybody on the machine. Empty when nothing was given. @throws Error when the two differ.
 */
export async function askPassword(question: string): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).split(/\r?\n/, 1)[0] ?? ''
  const password = await askHidden(`${question}: `)
  if (password !== '' && (await askHidden('Once more: ')) !== password)
    throw new Error('the two differ; nothing was done')
  return password
}
