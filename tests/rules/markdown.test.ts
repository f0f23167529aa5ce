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

const hash = '0123456789abcdef'.repeat(4)

describe('pictures of the bank', () => {
  test('are shown from their own address', () => {
    expect(renderInline(`看图![家系图](media:${hash})`)).toBe(
      `看图<img src="/api/v1/media/${hash}" alt="家系图" loading="lazy" />`,
    )
  })

  test.each([
    `![x](media:${hash.slice(1)})`,
    `![x](media:${hash.toUpperCase()})`,
    '![x](media:../../healthz)',
    `![x](https://evil.example/${hash})`,
    `![x](javascript:${hash})`,
    `![x] (media:${hash})`,
  ])('%s stays text', (source) => expect(renderInline(source)).not.toContain('<img'))

  test('what describes one is no HTML', () => {
    const html = renderInline(`!["><script>alert(1)</script>](media:${hash})`)
    expect(html.match(/<[^>]*>?/g)).toHaveLength(1)
    expect(html).toContain('alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
  })
})

describe('formulas', () => {
  test.each([
    ['$x^2$', '<msup><mi>x</mi><mn>2</mn></msup>'],
    ['率为 $\\frac{a}{b}$。', '<mfrac><mi>a</mi><mi>b</mi></mfrac>'],
    ['$$\\sqrt{y}$$', '<math display="block">'],
    ['$\\text{人数}$', '<mtext>人数</mtext>'],
  ])('%s', (source, html) => expect(renderInline(source)).toContain(html))

  test('the LaTeX itself is not in the page twice', () => expect(renderInline('$\\alpha$')).not.toContain('alpha'))

  test.each(['每人 $5 到 $10 元', '补助$5-$10', '只有一个 $ 符号', '$ x$', '$\\frac{$', '$$', '\\$x$'])(
    '%s is no formula',
    (source) => expect(renderInline(source)).not.toContain('<math'),
  )

  test.each([
    '$\\href{javascript:alert(1)}{x}$',
    '$\\htmlData{x=1}{x}$',
    '$\\includegraphics{https://evil.example/x.png}$',
    '$\\url{https://evil.example}$',
    '$\\text{<script>alert(1)</script>}$',
    '$\\color{red;background:url(x)}x$',
    '$\\style{position:fixed}{x}$',
    `$${'{'.repeat(990)}${'}'.repeat(990)}$`,
    `$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{xxx}${'\\a'.repeat(400)}$`,
    '$\\def\\x{\\x\\x}\\x$',
  ])('%s opens nothing', expectHarmless)
})

/** Everything that a browser would take for a tag must be one of a few, and bear nothing but a class or a start. */
const harmless =
  /^<\/?(p|br|em|strong|s|ul|ol|li|blockquote|code|pre|hr|span|h[1-4]|table|thead|tbody|tr|th|td)( class="blank"| start="\d+")?( \/)?>$/
/** MathML bears sizes and signs, never an address, a style or a handler. */
const harmlessMath = /^<\/?(math|semantics|m[a-z]+)( [a-z]+="[\w#.%, -]*")*( \/)?>$/
const addresses = /(href|src|style|class|on\w+|action|definitionurl|xlink)=/
const isHarmless = (tag: string) => harmless.test(tag) || (harmlessMath.test(tag) && !addresses.test(tag))
function expectHarmless(source: string) {
  for (const html of [renderBlock(source), renderInline(source)])
    for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(isHarmless(tag), `${tag} of ${source}`).toBe(true)
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
      '$',
      '$x^2$',
      '\\frac',
      `![x](media:${hash})`.slice(0, 40),
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
  for (const piece of ['*', '**a', '`', '[', '（', '> ', '<!--', '~~', '*是', '**“', '$', '$x', '![', '$x$']) {
    const html = renderBlock(piece.repeat(2_000))
    expect(html.length).toBeGreaterThan(0)
  }
})
