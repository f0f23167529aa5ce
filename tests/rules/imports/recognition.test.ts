import { describe, expect, test } from 'vitest'
import type { QuestionContent } from '@/domain/questions/input'
import { choice, outcome, recognised } from '../../support/likeness-questions'

const options = ['建立专业关系', '制定服务计划', '评估服务成效', '处理离别情绪']
const intake = choice('社会工作者在接案阶段的首要任务是（　）。', options)
const intakeOtherKey = { ...intake, key: ['B'] } as QuestionContent
const group = choice('小组工作中期转折阶段社会工作者的重点是（　）。', ['处理冲突', '相互认识', '巩固成果', '招募组员'])

const outcomes = (...given: Parameters<typeof recognised>) => recognised(...given).map(outcome)

describe('what the bank has', () => {
  test('the same question is the same; what changed makes a version', () => {
    const explained = { ...intake, explanation: '接案从关系开始。' }
    expect(recognised([{ content: intake }], [{ content: group }, { content: intake }])[0]).toMatchObject({
      ...{ action: 'same', questionId: 'q2', findings: [] },
    })
    expect(outcomes([{ content: explained }], [{ content: intake }])).toEqual(['version'])
  })

  test('another key is for a person to decide', () => {
    const [one] = recognised([{ content: intakeOtherKey }], [{ content: intake }])
    expect(one && outcome(one)).toBe('wait KEY_CONFLICT')
    expect(one?.questionId).toBe('q1')
    expect(one?.findings[0]?.params).toMatchObject({ key: 'B 制定服务计划', was: 'A 建立专业关系', where: 'bank' })
  })

  test('a file that only says less changes nothing: no explanation, no points, a difficulty that was put in', () => {
    const rich = { ...intake, explanation: '接案从关系开始。', points: 2, topics: ['接案'], difficulty: 5 }
    expect(outcomes([{ content: intake, difficultyGiven: false }], [{ content: rich, chapter: 'c1' }])).toEqual([
      'same',
    ])
    expect(outcomes([{ content: intake, difficultyGiven: true }], [{ content: rich }])).toEqual(['version'])
    expect(outcomes([{ content: { ...rich, points: 3 } }], [{ content: rich }])).toEqual(['version'])
    expect(outcomes([{ content: rich, chapter: 'c2' }], [{ content: rich, chapter: 'c1' }])).toEqual(['version'])
  })

  test('an id keeps its question through a changed stem, and is no licence for another', () => {
    const reworded = choice('社会工作者在接案阶段首先要完成的任务是（　）。', options)
    expect(outcomes([{ content: reworded, id: '7' }], [{ content: intake, id: '7' }])).toEqual(['version'])
    expect(outcomes([{ content: group, id: '7' }], [{ content: intake, id: '7' }])).toEqual(['wait ID_REUSED'])
  })

  test('our own id finds a question that never had another', () => {
    const reworded = choice('社会工作者在接案阶段首先要完成的任务是（　）。', options)
    const [one] = recognised([{ content: reworded, id: 'q1' }], [{ content: intake }])
    expect(one).toMatchObject({ action: 'version', questionId: 'q1' })
  })

  test('the same words with an id on one side are one question, with two ids they are two', () => {
    expect(outcomes([{ content: intake, id: '7' }], [{ content: intake }])).toEqual(['same'])
    expect(outcomes([{ content: intake }], [{ content: intake, id: '7' }])).toEqual(['same'])
    expect(outcomes([{ content: intake, id: '7' }], [{ content: intake, id: '8' }])).toEqual(['add DUPLICATE_EXACT'])
    expect(outcomes([{ content: intakeOtherKey, id: '7' }], [{ content: intake, id: '8' }])).toEqual([
      'wait KEY_CONFLICT DUPLICATE_EXACT',
    ])
  })
})

describe('what the bank has something like', () => {
  const typo = choice('社会工作者在接案阶段的首要任物是（　）。', options)

  test('a slip of the pen is a near duplicate, which names its like', () => {
    const [one] = recognised([{ content: typo }], [{ content: group }, { content: intake }])
    expect(one && outcome(one)).toBe('add DUPLICATE_NEAR')
    expect(one).toMatchObject({ questionId: null, findings: [{ params: { questionId: 'q2', likeness: 76 } }] })
  })

  test('a denial or a number with another answer is another question', () => {
    const denied = choice('下列选项中，不属于小组工作特点的是（　）。', options, {
      key: ['B'],
    } as Partial<QuestionContent>)
    const asked = choice('下列选项中，属于小组工作特点的是（　）。', options)
    expect(outcomes([{ content: denied }], [{ content: asked }])).toEqual(['add'])
  })

  test('the same stem with a slip in an option and another key is a contradiction', () => {
    const slipped = choice(intake.stem, ['建立专业关系', '制定服务计化', '评估服务成效', '处理离别情绪'], {
      key: ['C'],
    } as Partial<QuestionContent>)
    expect(outcomes([{ content: slipped }], [{ content: intake }])).toEqual(['wait KEY_CONFLICT DUPLICATE_NEAR'])
  })

  test('a telling stem with other options is worth a look, a stock stem never', () => {
    const other = choice(intake.stem, ['了解求助过程', '签订协议', '召开会议', '撰写报告'])
    expect(outcomes([{ content: other }], [{ content: intake }])).toEqual(['add DUPLICATE_NEAR'])
    const bank = Array.from({ length: 200 }, (_, at) => ({ content: saying(at) }))
    const file = Array.from({ length: 200 }, (_, at) => ({ content: saying(at + 500) }))
    expect(new Set(outcomes(file, bank))).toEqual(new Set(['add']))
  })

  test('the same material with other questions floods nobody', () => {
    const material = { id: 'm', title: '', text: '王奶奶七十八岁，丧偶独居，半年前跌倒后不敢出门。'.repeat(10) }
    const children = ['从生理方面分析其需要', '介入的首要步骤', '可以链接的资源'].map((stem, at) => ({
      content: {
        ...choice(
          stem,
          options.map((one) => `${one}${at}`),
        ),
        material,
      },
    }))
    expect(outcomes(children, [])).toEqual(['add', 'add', 'add'])
    const elsewhere = { id: 'n', title: '', text: '初中生小林沉迷游戏，与父亲多次争吵，老师请来学校社工。'.repeat(10) }
    const same = children.map(({ content }) => ({ content: { ...content, material: elsewhere } }))
    expect(outcomes(same, children)).toEqual(['add', 'add', 'add'])
  })
})

/** Statements under a stock stem that have nothing in common but their form. */
const glyph = (seed: number) => String.fromCharCode(0x4e00 + ((Math.imul(seed, 0x9e3779b1) >>> 8) % 5000))
const saying = (seed: number) => {
  const phrase = (at: number) => Array.from({ length: 9 }, (_, place) => glyph(seed * 97 + at * 31 + place)).join('')
  return choice(
    '关于社会工作的说法，正确的是（　）。',
    [1, 2, 3, 4].map((at) => `社会工作${phrase(at)}`),
  )
}

describe('within one file', () => {
  test('a repeated question is imported once; with another key a person decides', () => {
    const file = [{ content: intake }, { content: group }, { content: intake }, { content: intakeOtherKey }]
    const found = recognised(file, [])
    expect(found.map(outcome)).toEqual(['add', 'add', 'same WITHIN_FILE', 'wait KEY_CONFLICT'])
    expect(found[2]?.findings[0]?.params).toMatchObject({ first: '2', how: 'same' })
  })

  test('one id for two questions', () => {
    const file = [
      { content: intake, id: '1' },
      { content: group, id: '1' },
    ]
    expect(outcomes(file, [])).toEqual(['add', 'wait ID_REUSED'])
  })

  test('two rows that are one question of the bank make one version', () => {
    const reworded = choice('社会工作者在接案阶段首先要完成的任务是（　）。', options)
    const file = [{ content: reworded, id: 'q1' }, { content: { ...intake, explanation: '另一种解析' } }]
    expect(outcomes(file, [{ content: intake }])).toEqual(['version', 'same WITHIN_FILE'])
  })

  test('the whole file a second time adds nothing', () => {
    const file = [{ content: intake }, { content: group, id: '9' }, { content: saying(1) }, { content: saying(2) }]
    expect(outcomes(file, file)).toEqual(['same', 'same', 'same', 'same'])
  })
})
