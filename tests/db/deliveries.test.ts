import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { queueMail, takeDue } from '@/domain/deliveries/commands'

const now = new Date('2030-05-17T16:00:00Z')

test('what is due is leased: a second look finds it only when the lease is over', async () => {
  const letter = { purpose: 'test', to: 'a@example.com', subject: '打印准考证', text: '开始打印准考证。' }
  await write((tx) => queueMail(tx, letter, now))
  expect(await takeDue('mail', 10, now)).toMatchObject([{ ...letter, tries: 1 }])
  expect(await takeDue('mail', 10, now)).toEqual([])
  expect(await takeDue('mail', 10, new Date(now.getTime() + 121_000))).toMatchObject([{ tries: 2 }])
})
