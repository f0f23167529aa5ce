import { describe, expect, test } from 'vitest'
import { lawsSchema, readQuestionFile, resolveLaws } from '@/domain/formats/content/content-files'
import { parseWith, readYaml } from '@/domain/formats/content/yaml'
import { fileName as file, teaFile as good } from '../support/tea-file'

const read = (from: string | RegExp, to: string) => readQuestionFile(file, good.replace(from, to))
const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length

describe('hostile files', () => {
  test.each(['stem: "Which \\0 leaf"', 'stem: "Which \\u0000 leaf"', 'stem: "Which \\x00 leaf"'])('%s', (stem) => {
    const { faults, questions } = read(/stem: >-\n.*\n.*/, stem)
    expect(faults).toMatchObject([
      { line: lineOf('stem:'), message: expect.stringContaining('must not contain U+0000') },
    ])
    expect(questions.some((one) => one.id === 'leaf-001')).toBe(false)
  })

  test('aliases of aliases are cut short, and told as a fault', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (const [index, name] of [...'bcdefghi'].entries()) {
      const before = `*${'abcdefgh'[index]}`
      levels.push(`${name}: &${name} [${Array(10).fill(before).join(', ')}]`)
    }
    const { value, faults } = readYaml(file, levels.join('\n'))
    expect(value).toBeUndefined()
    expect(faults).toEqual([{ file, line: 1, message: expect.stringMatching(/alias/i) }])
  })

  test('a name that means something to JavaScript is a field like any other', () => {
    const { faults } = read('difficulty: 2', 'difficulty: 2\n    __proto__: { polluted: yes }')
    expect(faults.length).toBeGreaterThan(0)
    expect('polluted' in {}).toBe(false)
  })
})

describe('laws', () => {
  const laws = (on: string | null) => [
    { law: 'Tea Act', title: 'The Tea Act', edition: '2020-01-01', effectiveOn: on, endsOn: null },
  ]

  test('each cited law is given the day on which its edition came into force', () => {
    const { questions } = readQuestionFile(file, good)
    expect(resolveLaws(questions, laws('2020-07-01'))).toEqual([])
    expect(questions[0]?.content.sources).toMatchObject([{ law: 'Tea Act', effectiveOn: '2020-07-01' }])
    expect(resolveLaws(readQuestionFile(file, good).questions, laws(null))).toEqual([])
  })

  test('a law, or an edition of it, that is not in the register is a fault of the question', () => {
    const faultsWith = (entries: ReturnType<typeof laws>) =>
      resolveLaws(readQuestionFile(file, good).questions, entries)
    const fault = { file, line: 4, message: 'leaf-001: 《Tea Act》 2020-01-01 is not in laws.yaml' }
    expect(faultsWith([])).toEqual([fault])
    expect(faultsWith(laws('2020-07-01').map((one) => ({ ...one, edition: '2019-01-01' })))).toEqual([fault])
  })

  test('the register itself is held to its shape', () => {
    const register = 'laws:\n  - { law: Tea Act, title: The Tea Act, edition: "2020-01-01", effectiveOn: soon }\n'
    expect(parseWith(lawsSchema, readYaml('laws.yaml', register)).faults).toMatchObject([
      { file: 'laws.yaml', line: 2 },
    ])
  })
})
