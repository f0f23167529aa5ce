import { expect, test } from 'vitest'
import { renderArticle } from '@/domain/formats/article'

test('headings can be linked to, and tables scroll within themselves', () => {
  const { html, headings } = renderArticle(
    '## 一、**总论**\n\n文字\n\n### 年龄\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n> 提示',
  )
  expect(headings).toEqual([
    { id: 'part-1', title: '一、总论', level: 2 },
    { id: 'part-2', title: '年龄', level: 3 },
  ])
  expect(html).toContain('<h2 id="part-1">一、<strong>总论</strong></h2>')
  expect(html).toMatch(/<div class="scrolls"[^>]*><table>[\s\S]*<\/table><\/div>/)
  expect(html).toContain('<blockquote>')
})

test('what is hostile stays text', () => {
  const { html, headings } = renderArticle(
    '## <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1))',
  )
  expect(html).not.toMatch(/<script|<img|<a /)
  expect(headings[0]?.title).not.toContain('<')
})
