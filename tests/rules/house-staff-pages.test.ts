import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesUnder } from '../support/modules'

const pages = filesUnder('app').filter((file) => /^app\/\[locale\]\/(studio|admin)\/.*page\.tsx$/.test(file))

test('there are pages of the staff to look at', () => {
  expect(pages.length).toBeGreaterThan(8)
})

test.each(pages)('%s is made by staffPage, which alone says who may enter', (file) => {
  const source = readFileSync(file, 'utf8')
  const role = file.startsWith('app/[locale]/admin/') ? 'admin' : 'editor'
  expect(source).toMatch(new RegExp(`^export default staffPage(<'\\w+'>)?\\(\\s*\\{ role: '${role}', path`, 'm'))
  expect(source.match(/^export default/gm)).toHaveLength(1)
  expect(source).not.toContain('standingOf')
})
