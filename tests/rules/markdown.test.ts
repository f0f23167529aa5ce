import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderBlock, renderInline } from '@/domain/formats/markdown'

const blank = '<span class="blank">（\u3000\u3000）</span>'

describe('emphasis', () => {
  test.each([
    ['下列做法中，*不*恰当的', '下列做法中，<em>不</em>恰当的'],
    ['是**不**恰当的', '是<strong>不</strong>恰当的'],
    ['应当**“不”**做', '应当<strong>“不”</strong>做'],
    ['属于**“三圈”。**的', '属于<strong>“三圈”。</strong>的'],
    ['这**（一）**项', '这<strong>（一）</strong>项'],
    ['**不**属于的是', '<strong>不</strong>属于的是'],
    ['是***不***恰当的', '是<em><strong>不</strong></em>恰当的'],
    ['~~旧~~规', '<s>旧</s>规'],
    ['得分=2*3*4', '得分=2<em>3</em>4'],
    ['长 * 宽 * 高', '长 * 宽 * 高'],
    ['是 * 不 * 恰当的', '是 * 不 * 恰当的'],
    ['社工_小王_说', '社工_小王_说'],
    ['一颗*星', '一颗*星'],
  ])('%s', (source, html) => {
    expect(renderInline(source)).toBe(html)
    expect(renderBlock(source)).toBe(`<p>${html}</p>`)
  })
})

describe('the blank of a stem', () => {
  test.each([
    ['最恰当的是（　　）。', `最恰当的是${blank}。`],
    ['最恰当的是（ ）。', `最恰当的是${blank}。`],
    ['最恰当的是（）。', `最恰当的是${blank}。`],
    ['（　　）和（　　　）', `${blank}和${blank}`],
    ['**不**（　　）', `<strong>不</strong>${blank}`],
    ['**不属于（　　）**', `<strong>不属于${blank}</strong>`],
    ['（略）', '（略）'],
  ])('%s', (source, html) => {
    expect(renderInline(source)).toBe(html)
  })
})

test('paragraphs, breaks, lists and tables', () => {
  expect(renderBlock('一\n二\n\n三')).toBe('<p>一<br />\n二</p>\n<p>三</p>')
  expect(renderBlock('3. 甲\n4. 乙')).toBe('<ol start="3">\n<li>甲</li>\n<li>乙</li>\n</ol>')
  expect(renderBlock('| 甲 |\n|---|\n| 乙 |')).toMatch(/^<table>\s*<thead>[\s\S]*<td>乙<\/td>/)
  expect(renderBlock('')).toBe('')
  expect(renderInline('')).toBe('')
})

/** Everything that a browser would take for a tag must be one of a few, and bear nothing but a class or a start. */
const harmless =
  /^<\/?(p|br|em|strong|s|ul|ol|li|blockquote|code|pre|hr|span|h[1-4]|table|thead|tbody|tr|th|td)( class="blank"| start="\d+")?( \/)?>$/
function expectHarmless(source: string) {
  for (const html of [renderBlock(source), renderInline(source)])
    for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag, source).toMatch(harmless)
}

describe('hostile text comes out harmless', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<span class="blank" onclick="alert(1)">x</span>',
    '<span class="evil" style="position:fixed">x</span>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](https://evil.example "t")',
    '[x]: javascript:alert(1)\n\n[x]',
    '<javascript:alert(1)>',
    '<https://evil.example>',
    '![x](https://evil.example/pixel.png)',
    '![x][y]\n\n[y]: https://evil.example/pixel.png',
    '<!-- --><script>alert(1)</script>',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?php echo 1 ?>',
    '```"><script>alert(1)</script>\nx\n```',
    '~~~html onload=alert(1)\n<script>\n~~~',
    '    <script>alert(1)</script>',
    '`<script>alert(1)</script>`',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;img src=x onerror=alert(1)&#62;',
    '\\<script>alert(1)\\</script>',
    '（<script>　</script>）',
    '（　<img src=x onerror=alert(1)>）',
    '1. <b onmouseover=alert(1)>\n   > <script>',
    '<<script>script>alert(1)<</script>/script>',
    '<plaintext>',
    '<form action=//evil.example><input name=x>',
  ]
  test.each(payloads)('%s', expectHarmless)

  test.each(payloads)('inside other Markdown: %s', (payload) => {
    for (const wrapped of [
      `**${payload}**`,
      `> ${payload}`,
      `- ${payload}`,
      `| ${payload} |\n|---|\n| ${payload} |`,
      `# ${payload}`,
    ])
      expectHarmless(wrapped)
  })

  test('whatever is strung together', () => {
    const pieces = fc.constantFrom(
      ...payloads,
      '<',
      '>',
      '"',
      '*',
      '`',
      '\n',
      '（',
      '）',
      '　',
      '[',
      '](',
      '是',
      '&',
      '|',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (list) => expectHarmless(list.join(''))),
      { numRuns: 300 },
    )
  })

  test('NUL bytes hide nothing', () => expectHarmless('<\u0000script\u0000>alert(1)</scr\u0000ipt>'))

  test.each(['[x](https://evil.example)', '![x](https://evil.example/x.png)', '[x][y]'])('%s stays text', (source) => {
    expect(renderInline(source)).toBe(source)
  })

  test('raw HTML is shown as the text that it is', () => {
    expect(renderInline('<b>粗</b>')).toBe('&lt;b&gt;粗&lt;/b&gt;')
    expect(renderInline('a < b & c')).toBe('a &lt; b &amp; c')
  })
})

test('a very long text of markers does not take for ever', () => {
  for (const piece of ['*', '**a', '`', '[', '（', '> ', '<!--', '~~', '*是', '**“']) {
    const html = renderBlock(piece.repeat(2_000))
    expect(html.length).toBeGreaterThan(0)
  }
})
