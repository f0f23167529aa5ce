import { expect, test } from 'vitest'
import { shownFileName } from '@/domain/uploads/file-name'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\题库\\2027 初级.xlsx', '2027 初级.xlsx'],
  ['讲义\u202Efdp.exe', '讲义fdp.exe'],
  ['  a\u0000\nb.pdf ', 'ab.pdf'],
  ['folder/', 'file'],
  ['长'.repeat(300), '长'.repeat(200)],
])('%j is shown as %j', (given, shown) => {
  expect(shownFileName(given)).toBe(shown)
})

test('what came without a name is named otherwise', () => {
  expect(shownFileName('', 'pasted.txt')).toBe('pasted.txt')
})
