import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleList } from '@/domain/typesetting/articles'
import { markdownTypst } from '@/domain/typesetting/blocks'
import { columnWidths } from '@/domain/typesetting/columns'
import { lawGroups, lawTitle, sourcesTypst } from '@/domain/typesetting/sources'
import { callTypst, stringTypst, textTypst } from '@/domain/typesetting/typst'

/** What a reader sees of markup without calls: each escape is the sign behind it. */
const shown = (markup: string) => markup.replaceAll('#blank;', '（\u3000\u3000）').replace(/\\([!-/:-@[-`{-~])/g, '$1')

describe('hostile text', () => {
  test.each([
    ['#set page(fill: red)', '\\#set page\\(fill\\: red\\)'],
    ['$x$ \\ `raw` *b* _i_', '\\$x\\$ \\\\ \\`raw\\` \\*b\\* \\_i\\_'],
    ['@label <label> [x] ~', '\\@label \\<label\\> \\[x\\] \\~'],
    ['https://example.org // /* */', 'https\\:\\/\\/example\\.org \\/\\/ \\/\\* \\*\\/'],
    ['= 1. - + / a: "b" \'c\' -- ...', '\\= 1\\. \\- \\+ \\/ a\\: \\"b\\" \\\'c\\\' \\-\\- \\.\\.\\.'],
    ['一\n\n二\t三\u2028四\u0000', '一 二 三 四'],
  ])('%j stays text', (text, markup) => {
    expect(textTypst(text)).toBe(markup)
  })

  test('a string literal ends where the text ends', () => {
    expect(stringTypst('a"+panic()+"\\')).toBe('"a\\"+panic()+\\"\\\\"')
    expect(stringTypst('一\n二')).toBe('"一 二"')
  })

  test('a call ends before the text after it', () => {
    expect(markdownTypst('**甲**.len()(乙)')).toBe('#strong[甲];\\.len\\(\\)\\(乙\\)')
    expect(callTypst('f', '1', '[x]')).toBe('#f(1, [x]);')
  })

  test('no mark of ASCII is left bare, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 100 }), (text) => {
        const markup = textTypst(text)
        expect(markup.replaceAll('#blank;', '').replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]|\p{Cc}/u)
      }),
    )
  })
})

describe('each construct of Markdown', () => {
  test.each([
    [
      '## 先看清\n\n### 规则\n\n#### 细则',
      '#heading(level: 1, [先看清]);\n\n#heading(level: 2, [规则]);\n\n#heading(level: 3, [细则]);',
    ],
    ['一段\n\n又一段', '一段\n\n又一段'],
    ['一行\n下一行', '一行#linebreak();下一行'],
    ['应当**“不”**做，*首先*', '应当#strong[“不”];做，#emph[首先];'],
    ['- 甲\n- 乙\n  - 丙', '#list([甲], [乙\n\n#list([丙]);]);'],
    ['3. 甲\n4. 乙', '#enum(start: 3, [甲], [乙]);'],
    ['> 记住**一半**。\n>\n> 又一段', '#note([记住#strong[一半];。\n\n又一段]);'],
    ['|甲|乙|\n|-|-|\n|1|**2**|', '#ruled((24fr, 24fr, ), ([甲], [乙], ), ([1], [#strong[2];], ));'],
    ['题干（　　）。\n\n- A．对\n- B．错', '#lead([题干#blank;。]);\n\n#choices(2, [A．对], [B．错]);'],
    ['有三种：\n\n- 甲', '#lead([有三种：]);\n\n#list([甲]);'],
    ['**采分点**\n\n- 甲', '#lead([#strong[采分点];]);\n\n#list([甲]);'],
    ['`#f()` 与 <b>', '\\#f\\(\\) 与 \\<b\\>'],
    ['面积$x^2$', '面积#math.equation(block: false, alt: "x^2", $attach(x, t: 2)$);'],
    ['写作$\\cancel{x}$', '写作\\$\\\\cancel\\{x\\}\\$'],
    [`图![一棵树](media:${'a'.repeat(64)})`, `图#picture("${'a'.repeat(64)}", [一棵树]);`],
  ])('%j', (markdown, typst) => {
    expect(markdownTypst(markdown)).toBe(typst)
  })

  test('a list that only begins like options is a list', () => {
    expect(markdownTypst('- A．甲\n- C．丙')).toBe('#list([A．甲], [C．丙]);')
  })

  test('a long box may break', () => {
    expect(markdownTypst(`> ${'长'.repeat(501)}`)).toContain('#note(breakable: true, [')
  })
  test('plain paragraphs survive whole, in order', () => {
    const sign = fc.oneof(
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(...'，。、；？！“”（）《》·—…0123456789abcXYZ%#@[]/{}\'",;:?!()'),
    )
    const paragraph = fc.string({ unit: sign, minLength: 1, maxLength: 80 }).map((text) => `文${text}`)
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const typst = markdownTypst(paragraphs.join('\n\n'))
        const wanted = paragraphs.map((text) => text.replaceAll(/（ +）/g, '（\u3000\u3000）'))
        expect(typst.split('\n\n').map(shown)).toEqual(wanted)
      }),
    )
  })
})

describe('columns of a table', () => {
  const fractions = (rows: string[][]) => columnWidths(rows).map((width) => Number.parseFloat(width))

  test('where all cells fit on a line, each gets its part', () => {
    expect(
      columnWidths([
        ['周', '实务'],
        ['一二三四', '一二三四五六'],
      ]),
    ).toEqual(['54fr', '74fr'])
  })

  test('a label keeps its width beside a long text', () => {
    const [label = 0, text = 0] = fractions([
      ['步骤', '说明'],
      ['社会救助', '长'.repeat(120)],
    ])
    expect((label / (label + text)) * 48).toBeGreaterThanOrEqual(5)
    expect(text / label).toBeGreaterThan(5)
  })

  test('no column vanishes, and it ends', () => {
    const cell = fc.integer({ min: 0, max: 120 }).map((length) => '字'.repeat(length))
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      )
    fc.assert(fc.property(table, (rows) => fractions(rows).every((width) => width >= 24)))
  })
})

describe('sources', () => {
  const source = (law: string, article: string) => ({ law, edition: '2020-05-28', article, quote: '原文' })

  test('laws are grouped, each article once', () => {
    const groups = lawGroups([
      source('民法典·总则', '第十八条'),
      source('工会法', '第三条'),
      source('民法典·总则', '第十八条'),
    ])
    expect(groups.map(({ law, articles }) => [law, articles])).toEqual([
      ['民法典·总则', ['第十八条']],
      ['工会法', ['第三条']],
    ])
    expect(lawTitle('民法典·总则')).toBe('《民法典》总则')
  })

  test.each([
    [['第九条', '第十条', '第十二条', '第二十条'], '第9、10、12、20条'],
    [['第一百条', '第一百零五条', '第一百一十条', '第一千零八十四条'], '第100、105、110、1084条'],
    [['第二条', '第一百二十条之一', '第五条第二款', '附则'], '第2条，第一百二十条之一，第五条第二款，附则'],
  ])('%j → %s', (articles, list) => {
    expect(articleList(articles)).toBe(list)
  })

  test('what is empty is left out; certainty is told', () => {
    const references = [{ title: '大纲', certainty: 'secondary' as const }]
    expect(sourcesTypst({ source: [], references, unsure: ['日期'] })).toBe(
      '#references(([大纲], [], [多家一致], ));\n\n#unsure([日期]);',
    )
  })
})
