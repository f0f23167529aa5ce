import fc from 'fast-check'
import { expect, test } from 'vitest'
import { htmlOf, inlineHtmlOf, markdownOf } from '@/domain/formats/html'
import { escapeMarkdown } from '@/domain/formats/html/escape'
import { renderBlock } from '@/domain/formats/markdown'

const hash = 'a'.repeat(64)
const read = (html: string) => markdownOf(html).text

test.each([
  ['社会工作<b>价值</b>是（&nbsp;&nbsp;）。', '社会工作**价值**是（  ）。'],
  ['<p>一</p><p>二<br>三</p>', '一\n\n二\n三'],
  ['<div>一<div>二</div>三</div>', '一\n\n二\n\n三'],
  ['<ul><li>甲</li><li>乙<ol start="3"><li>丙</li></ol></li></ul>', '- 甲\n- 乙\n  3. 丙'],
  [
    '<table><tr><th>年</th><th>数</th></tr><tr><td>2016</td><td>a|b</td></tr></table>',
    '| 年 | 数 |\n| --- | --- |\n| 2016 | a\\|b |',
  ],
  ['H<sub>2</sub>O，m<sup>2</sup>，x<sub>甲</sub>', 'H₂O，m²，x$_{\\text{甲}}$'],
  ['<em>x</em><strong>y</strong><strong>z</strong>', '*x***yz**'],
  ['<em>社工</em><i>粗</i>*', '*社工粗*\\*'],
  ['<b><strong>x</strong></b>', '**x**'],
  ['<span style="text-decoration: underline">重</span>点', '*重*点'],
  ['1 &lt; 2 &amp;&amp; 3', '1 < 2 && 3'],
  ['&amp;lt;b&amp;gt;', '\\&lt;b\\&gt;'],
  ['a*b*c 第__题 2 * 3 a_b $5', 'a\\*b\\*c 第__题 2 * 3 a_b \\$5'],
  ['<p>1. 甲</p><p># 乙</p><p>- 丙</p><p>2016年</p>', '1\\. 甲\n\n\\# 乙\n\n\\- 丙\n\n2016年'],
  ['面积 \\(x^2 < 3\\) 和 $$a_1$$', '面积 $x^2 < 3$ 和 $$a_1$$'],
  ['<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>', '$\\frac{a}{2}$'],
  ['<m:math xmlns:m="x"><m:mi>a</m:mi></m:math>b', '$a$b'],
  ['<pre>a\n  b</pre>', '```\na\n  b\n```'],
  ['<code>a`b</code>', '``a`b``'],
  ['<blockquote><p>一</p><p>二</p></blockquote>', '> 一\n> \n> 二'],
  ['<h2>标题</h2>', '## 标题'],
  ['没有标签\n的文本', '没有标签 的文本'],
])('%s', (html, markdown) => {
  expect(read(html)).toBe(markdown)
})

test('pictures by their hash; what is more than text is told', () => {
  const picture = (src: string) => (src === 'a.png' ? hash : null)
  expect(markdownOf('图<img src="a.png" alt="图一">', { picture }).text).toBe(`图![图一](media:${hash})`)
  expect(markdownOf('<img src="b.png" alt="图二">', { picture })).toEqual({ text: '图二', lost: [] })
  expect(markdownOf('<img src="b.png">x<script>alert(1)</script><video src="v"></video>')).toEqual({
    text: 'x',
    lost: ['img', 'script', 'video'],
  })
})

test('hostile HTML ends soon and keeps its text', () => {
  const started = performance.now()
  expect(markdownOf(`${'<b>'.repeat(500_000)}x`)).toEqual({ text: 'x', lost: ['nesting'] })
  expect(read(`x${'</i>'.repeat(200_000)}`)).toBe('x')
  expect(read(`${'<ul><li>'.repeat(90)}x`)).toContain('x')
  read('\\('.repeat(300_000))
  read('<'.repeat(300_000))
  read('_*'.repeat(100_000))
  read('$$'.repeat(300_000))
  expect(markdownOf(`${'<p>'.repeat(300_000)}x`)).toEqual({ text: 'x', lost: ['nesting'] })
  read(`<math>${'<mrow>'.repeat(100_000)}`)
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('Markdown to HTML: formulas, pictures, tables, well-formed for XML', () => {
  const picture = (one: string) => `@@PLUGINFILE@@/${one.slice(0, 3)}.png`
  expect(htmlOf(`**重**点 $a<b$\n第二行`)).toBe('<p><strong>重</strong>点 \\(a&lt;b\\)<br />\n第二行</p>')
  expect(htmlOf(`![图](media:${hash})`, picture)).toBe('<p><img src="@@PLUGINFILE@@/aaa.png" alt="图" /></p>')
  expect(htmlOf('![x](javascript:alert) <b>')).toBe('<p>![x](javascript:alert) &lt;b&gt;</p>')
  expect(inlineHtmlOf('一项')).toBe('一项')
  expect(inlineHtmlOf('一\n\n二')).toBe('<p>一</p>\n<p>二</p>')
})

const piece = fc.constantFrom(
  ...[
    '社工',
    'a',
    '1',
    ' ',
    '*',
    '_',
    '__',
    '`',
    '$',
    '\\',
    '~~',
    '#',
    '-',
    '+',
    '>',
    '|',
    '.',
    '）',
    '&lt;',
    '<b>',
    '![x]',
    '\n',
    '1. ',
    '=',
  ],
)
const anyText = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
const bare = (html: string) => html.replace(/<br \/>/g, '').replace(/\s+/g, ' ')
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

test('escaped text shows itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = bare(renderBlock(escapeMarkdown(text.trim().replace(/\n\s*/g, '\n')))).replace(/&quot;/g, '"')
      const wanted = escaped(text).replace(/\s+/g, ' ').trim()
      expect(shown.replace(/\s/g, '')).toBe(wanted === '' ? '' : `<p>${wanted}</p>`.replace(/\s/g, ''))
    }),
    { numRuns: 1000 },
  )
})

test('Markdown through HTML and back shows the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const markdown = escapeMarkdown(text)
      const back = markdownOf(htmlOf(markdown)).text
      expect(renderBlock(back).replace(/\s+/g, '')).toBe(renderBlock(markdown).replace(/\s+/g, ''))
    }),
    { numRuns: 500 },
  )
})
