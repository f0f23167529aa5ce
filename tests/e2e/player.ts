import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

export type Give = string[] | 'give-up'

/** The player as a candidate sees it, by the words on the screen. */
export class Player {
  readonly confirm: Locator
  readonly giveUp: Locator
  readonly next: Locator
  readonly seeResult: Locator
  readonly flag: Locator
  readonly card: Locator
  readonly feedback: Locator

  constructor(
    readonly page: Page,
    readonly subject = 'junior-comprehensive',
  ) {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    this.confirm = button('确定')
    this.giveUp = button('不会')
    this.next = button('下一题')
    this.seeResult = button('看成绩')
    this.flag = button('标记不确定')
    this.card = button('答题卡')
    this.feedback = page.getByRole('region', { name: /判分与解析/ })
  }

  async open(query = '') {
    await this.page.goto(`/practice/${this.subject}/daily${query}`)
    await this.at(1)
  }

  /** Waits until the question with this number is on show, and its options can be chosen. */
  at(number: number, of = 8) {
    return expect(this.page.getByRole('heading', { name: `第${number}题/${of}` })).toBeVisible()
  }

  /** The row of an option, which is as large as what one taps. */
  row(sign: string) {
    return this.page.locator('label').filter({ has: this.option(sign) })
  }

  option(sign: string) {
    const name = new RegExp(`^${sign} `)
    return this.page.getByRole('radio', { name }).or(this.page.getByRole('checkbox', { name }))
  }

  async choose(signs: readonly string[]) {
    for (const sign of signs) {
      await this.row(sign).tap()
      await expect(this.option(sign)).toBeChecked()
    }
  }

  /** Answers the question on show and waits for the verdict. */
  async answer(give: Give) {
    if (give === 'give-up') await this.giveUp.tap()
    else {
      await this.choose(give)
      await this.confirm.tap()
    }
    await expect(this.feedback).toBeVisible()
  }

  /** Answers questions from the first to the last, then hands in. */
  async finish(gives: readonly Give[], from = 1) {
    for (const [index, give] of gives.entries()) {
      await this.at(from + index)
      await this.answer(give)
      if (from + index < 8) await this.next.tap()
    }
    await this.seeResult.tap()
    await this.page.waitForURL(/\/results\//)
  }

  /** The attempt's id, once the result is on show. */
  attempt() {
    return this.page.url().split('/').at(-1) ?? ''
  }
}
