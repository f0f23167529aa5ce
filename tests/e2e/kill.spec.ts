import { test as bare, expect } from '@playwright/test'
import Driver from 'better-sqlite3'
import { Candidate, OwnServer } from './own-server'

const rounds = process.env.LONG ? 20 : 3
const candidates = 6
const subjects = ['junior-comprehensive', 'junior-practice', 'intermediate-comprehensive', 'law-policy']

/** An answer that the server has said it saved. */
type Saved = { who: Candidate; attempt: string; question: string; choices: string[] }

/** Answers set after set until the server is gone. What was acknowledged is noted, and nothing else. */
async function answerOn(server: OwnServer, saved: Saved[], onSaved: () => void) {
  for (let turn = 0; ; turn++) {
    const who = new Candidate(server)
    try {
      const { id, questions } = await who.begin(subjects[turn % subjects.length] ?? '')
      for (const question of questions) {
        const choices = [question.options[turn % 4]?.id ?? 'A']
        const path = `/attempts/${id}/answers/${question.id}`
        const { status } = await who.send('PUT', path, { answer: { choices }, spentMs: 500 })
        expect(status).toBe(200)
        saved.push({ who, attempt: id, question: question.id, choices })
        onSaved()
      }
    } catch (error) {
      // fetch says TypeError when the connection breaks; anything else is a fault.
      if (!(error instanceof TypeError)) throw error
      return
    }
  }
}

async function expectStored(saved: readonly Saved[]) {
  const byAttempt = new Map<string, Saved[]>()
  for (const one of saved) byAttempt.set(one.attempt, [...(byAttempt.get(one.attempt) ?? []), one])
  for (const [attempt, answers] of byAttempt) {
    const { body } = (await answers[0]?.who.send('GET', `/attempts/${attempt}`)) ?? {}
    const stored = new Map(
      (body.answers as { questionId: string; answer: unknown }[]).map((one) => [one.questionId, one.answer]),
    )
    for (const { question, choices } of answers) expect(stored.get(question), attempt).toEqual({ choices })
  }
}

/** Read beside the server, as an operator would. */
function lookInto(file: string) {
  const database = new Driver(file, { readonly: true })
  try {
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      doubled: database.prepare('select 1 from answers group by attempt_id, question_id having count(*) > 1').all(),
    }
  } finally {
    database.close()
  }
}

bare(`kill -9 under load, ${rounds} times: no acknowledged answer is lost, none counts twice`, async () => {
  bare.setTimeout(60_000 + rounds * 20_000)
  const server = await OwnServer.seeded()
  const all: Saved[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      await server.start()
      const saved: Saved[] = []
      let killed: ReturnType<OwnServer['end']> | undefined
      // In the middle of the work, at another place each time.
      const enough = 60 + 17 * round
      const onSaved = () => {
        if (saved.length >= enough) killed ??= server.end('SIGKILL')
      }
      await Promise.all(Array.from({ length: candidates }, () => answerOn(server, saved, onSaved)))
      expect(await killed).toEqual({ code: null, signal: 'SIGKILL' })
      expect(saved.length).toBeGreaterThanOrEqual(enough)

      await server.start()
      await expectStored(saved)
      // Said again, as a client does that never heard the reply, it is the same answer.
      const last = saved.at(-1)
      const again = await last?.who.send('PUT', `/attempts/${last.attempt}/answers/${last.question}`, {
        answer: { choices: last.choices },
        spentMs: 500,
      })
      expect(again?.status).toBe(200)
      expect(lookInto(server.file)).toEqual({ integrity: 'ok', doubled: [] })
      all.push(...saved)
      await server.end('SIGKILL')
    }
    await server.start()
    await expectStored(all)
  } finally {
    await server.clear()
  }
})
