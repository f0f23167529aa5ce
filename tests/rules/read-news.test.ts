import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readNews, readSubsidies } from '@/bin/commands/content/read-news'
import { examSchema } from '@/domain/exams/definition'
import { readYaml } from '@/domain/formats/content/yaml'

let folder = ''
beforeEach(() => {
  mkdirSync('.cache', { recursive: true })
  folder = mkdtempSync(join('.cache', 'news-'))
  mkdirSync(join(folder, 'news'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
const yaml = (id: string, more = '') =>
  `id: ${id}\nkind: data\ntitle: A title\nsummary: More than ten letters\npublishedOn: "2026-01-02"\nverified: false\n${more}`
const told = (faults: { file: string; line: number; message: string }[]) =>
  faults.map(({ file, line, message }) => `${file.slice(folder.length + 1)}:${line}: ${message}`)

describe('news', () => {
  test('are read with their texts; an exam may have none', () => {
    put('news/one.yaml', yaml('one'))
    put('news/one.md', 'Text.')
    expect(readNews(folder)).toMatchObject({ news: [{ id: 'one', region: '', body: 'Text.' }], faults: [] })
    rmSync(join(folder, 'news'), { recursive: true })
    expect(readNews(folder)).toEqual({ news: [], faults: [] })
  })

  test('each fault names file and line', () => {
    put('news/field.yaml', yaml('field', 'colour: red\n'))
    put('news/field.md', 'Text.')
    put('news/kind.yaml', yaml('kind').replace('data', 'gossip'))
    put('news/kind.md', 'Text.')
    put('news/name.yaml', yaml('another'))
    put('news/empty.yaml', `# A note.\n${yaml('empty')}`)
    put('news/empty.md', ' \n')
    put('news/orphan.md', 'Text.')
    put('news/place.yaml', yaml('place', 'region: atlantis\n'))
    const { news, faults } = readNews(folder)
    expect(news).toEqual([])
    expect(told(faults)).toEqual([
      expect.stringMatching(/^news\/empty.yaml:2: .*empty.md is missing, or empty$/),
      'news/field.yaml:7: colour: unknown field',
      expect.stringMatching(/^news\/kind.yaml:2: kind: /),
      'news/name.yaml:1: its id is another, and its name another',
      expect.stringMatching(/^news\/place.yaml:7: region: /),
      'news/orphan.md:1: no YAML file of this name goes with it',
    ])
  })
})

describe('subsidies', () => {
  const row = (id: string) =>
    `  - id: ${id}\n    region: hubei\n    place: Wuhan\n    year: 2024\n    amount: 500\n    atMost: true\n    kind: notice\n    source: { title: A title }\n    verified: false\n`

  test('are read; an id that stands twice and a field that is wrong are told with their lines', () => {
    expect(readSubsidies(folder)).toEqual({ subsidies: [], faults: [] })
    put('subsidies.yaml', `subsidies:\n${row('one')}${row('two')}`)
    expect(readSubsidies(folder)).toMatchObject({ subsidies: [{ id: 'one', level: null }, { id: 'two' }], faults: [] })
    put('subsidies.yaml', `subsidies:\n${row('one')}${row('one')}`)
    expect(told(readSubsidies(folder).faults)).toEqual(['subsidies.yaml:11: the id one stands there twice'])
    put('subsidies.yaml', `subsidies:\n${row('one').replace('500', '-1')}`)
    expect(told(readSubsidies(folder).faults)).toEqual([expect.stringMatching(/^subsidies.yaml:6: /)])
  })
})

describe('what the starter exam has', () => {
  const starter = join('content', 'exams', 'social-work')
  const { subsidies } = readSubsidies(starter)

  test('subsidies are for levels that there are, and none says that somebody read the original', () => {
    const exam = examSchema.parse(readYaml('exam.yaml', readFileSync(join(starter, 'exam.yaml'), 'utf8')).value)
    const levels = new Set(exam.levels.map((level) => level.slug))
    expect(subsidies.filter((one) => one.level !== null && !levels.has(one.level))).toEqual([])
    expect(subsidies.map((one) => [one.region, one.year, one.amount, one.source.date])).toHaveLength(10)
    expect(subsidies.filter((one) => one.verified)).toEqual([])
  })

  test('news say where they come from, but for what the site tells of itself', () => {
    const { news, faults } = readNews(starter)
    expect(faults).toEqual([])
    expect(news.filter((one) => one.kind !== 'site' && one.source === null)).toEqual([])
    expect(news.filter((one) => /[\p{Script=Han}] \d|\d [\p{Script=Han}]/u.test(one.body))).toEqual([])
  })
})
