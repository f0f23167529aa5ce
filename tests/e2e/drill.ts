import type { Page } from '@playwright/test'
import type { AttemptState } from '@/domain/attempts/view'
import type { QuestionToAnswer } from '@/domain/questions/view'
import { questionsOf } from './bank'
import { Player } from './player'

/** A question of a drill with what its file says is right. */
export type DrillQuestion = QuestionToAnswer & { key: string[] }

/** A drill as a candidate sees it, and what it asks. */
export class Drill extends Player {
  questions: DrillQuestion[] = []

  /** Does what begins the drill, and learns its questions as they come. */
  async begin(start: () => Promise<unknown>) {
    const reply = this.page.waitForResponse(
      (one) => one.url().endsWith('/api/v1/attempts') && one.request().method() === 'POST' && one.ok(),
    )
    await start()
    const state = (await (await reply).json()) as AttemptState
    const written = questionsOf(this.subject)
    this.questions = state.questions.map((question) => ({ ...question, key: written.get(question.id)?.key ?? [] }))
    return state
  }

  goto = (query: string) => this.begin(() => this.page.goto(`/practice/${this.subject}/drill?${query}`))

  override at(number: number, of = this.questions.length) {
    return super.at(number, of)
  }

  question(number: number): DrillQuestion {
    const question = this.questions[number - 1]
    if (!question) throw new Error(`no question ${number}`)
    return question
  }

  /** Answers all that is asked, each as `give` says, and hands in. */
  async answerAll(give: (question: DrillQuestion) => string[] | 'give-up', from = 1) {
    for (const question of this.questions.slice(from - 1)) {
      await this.at(question.number)
      await this.answer(give(question))
      if (question.number < this.questions.length) await this.next.tap()
    }
    await this.seeResult.tap()
    await this.page.waitForURL(/\/results\//)
  }
}

export const rightly = (question: DrillQuestion) => question.key

/** An option that is not in the key. */
export function wrongly({ options, key }: DrillQuestion): string[] {
  const wrong = options.find((option) => !key.includes(option.id))
  return wrong ? [wrong.id] : []
}

export const list = (page: Page) => page.locator('main details')
