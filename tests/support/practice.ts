import type { z } from 'zod'
import type { Answer, FeedbackMode, startAttemptSchema } from '@/domain/attempts/input'
import type { AttemptState } from '@/domain/attempts/view'
import { rightAnswers } from './candidate'
import { type Browser, guest, randomUUID } from './world'

/** An attempt at today's set as a browser sees it. */
export class Practice {
  constructor(
    readonly browser: Browser,
    readonly state: AttemptState,
  ) {}

  static async begin(subject: string, feedback: FeedbackMode = 'each', browser?: Browser) {
    const own = browser ?? (await guest())
    const body = { id: randomUUID(), mode: 'daily', subject, feedback }
    return new Practice(own, (await own.post<AttemptState>('/attempts', body)).body)
  }

  /** An attempt in whatever mode, as POST /attempts takes it. */
  static async start(browser: Browser, body: Omit<z.input<typeof startAttemptSchema>, 'id'>) {
    const reply = await browser.post<AttemptState>('/attempts', { id: randomUUID(), ...body })
    if (reply.status !== 200) throw new Error(`not started: ${reply.text}`)
    return new Practice(browser, reply.body)
  }

  get ids() {
    return this.state.questions.map((one) => one.id)
  }

  get path() {
    return `/attempts/${this.state.id}`
  }

  /** The first question of a type. */
  question(type: string): string {
    const found = this.state.questions.find((one) => one.type === type)
    if (!found) throw new Error(`no ${type} question in this set`)
    return found.id
  }

  put<T>(question: string, answer: Answer, spentMs = 1000) {
    return this.browser.put<T>(`${this.path}/answers/${question}`, { answer, spentMs })
  }

  async answerAll() {
    for (const { id, type } of this.state.questions) await this.put(id, rightAnswers[type] ?? { giveUp: true })
  }

  /** Answers one question, right or not. */
  answer<T>(question: string, isRight: boolean) {
    const type = this.state.questions.find((one) => one.id === question)?.type ?? ''
    return this.put<T>(question, isRight ? (rightAnswers[type] ?? { giveUp: true }) : { giveUp: true })
  }

  finish<T>() {
    return this.browser.post<T>(`${this.path}/finish`)
  }
}
