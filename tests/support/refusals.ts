import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { seedExam } from '@/domain/banks/commands'
import { Practice } from './practice'
import { contentsOfStore } from './tables'
import { teaFiles } from './tea-exam'
import { type Browser, clockAt } from './world'

const noon = '2030-01-15T17:00:00Z'

/** An open attempt with one answer, a finished one, and one of somebody else: each of another person. */
export type Cast = { own: Practice; ended: Practice; foreign: Practice }
type Init = Parameters<Browser['send']>[2]
type Sent = [method: string, path: string, init?: Init, browser?: Browser]
export type Row = [words: string, send: (cast: Cast) => Sent, status: number, code: string]

async function castOfThree(): Promise<Cast> {
  await seedExam(teaFiles(), new Date(noon))
  const [own, ended, foreign] = [
    await Practice.begin('green-tea'),
    await Practice.begin('green-tea'),
    await Practice.begin('green-tea'),
  ]
  await own.put(own.question('single'), { choices: ['A'] })
  await ended.put(ended.question('single'), { choices: ['A'] })
  await ended.finish()
  return { own, ended, foreign }
}

/** Tests that each of these requests gets its problem+json, and leaves the store exactly as it was. */
export function testRefusals(rows: readonly Row[]) {
  let cast: Cast
  beforeAll(async () => {
    clockAt(noon)
    cast = await castOfThree()
  })
  beforeEach(() => clockAt(noon))
  afterEach(() => vi.useRealTimers())

  test.each(rows)('%s: refused, and nothing changed', async (_, send, status, code) => {
    const before = await contentsOfStore()
    const [method, path, init, browser = cast.own.browser] = send(cast)
    const reply = await browser.send<{ code: string }>(method, path, init)
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code })
    expect(reply.body).toMatchObject({ status, type: `urn:yilian:problem:${code}`, title: code })
    expect(reply.body).toHaveProperty('detail')
    expect(reply.headers.get('content-type')).toBe('application/problem+json')
    expect(reply.headers.get('cache-control')).toMatch(/^no-store/)
    expect(await contentsOfStore()).toEqual(before)
  })
}
