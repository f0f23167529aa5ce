import { type ChildProcess, fork } from 'node:child_process'

type Message = { ready: true } | { value: unknown }

/**
 * Runs a script of tests/support/processes in several processes on the test's database. All of them wait until every
 * one is up, and begin together. Gives what each has told.
 */
export async function together<T>(script: string, argumentsOfEach: readonly (readonly string[])[]): Promise<T[]> {
  const children = argumentsOfEach.map((words) =>
    fork(`tests/support/processes/${script}.ts`, [...words], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NODE_OPTIONS: '' },
    }),
  )
  const messages = () => Promise.all(children.map((child) => nextMessage(child, script)))
  await messages()
  const told = messages()
  for (const child of children) child.send('go')
  const values = await told
  return values.map((message) => ('value' in message ? message.value : undefined) as T)
}

function nextMessage(child: ChildProcess, script: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message))
    child.once('exit', () => reject(new Error(`${script} ended without a word; its error is on stderr`)))
  })
}

/** Runs a script of tests/support/processes to its end, which may be a violent one. @returns the signal that ended it */
export function runToItsEnd(script: string, words: readonly string[]): Promise<NodeJS.Signals | null> {
  const child = fork(`tests/support/processes/${script}.ts`, [...words], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NODE_OPTIONS: '' },
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => (code ? reject(new Error(`${script} failed`)) : resolve(signal)))
  })
}
