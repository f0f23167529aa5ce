import { expect, test } from 'vitest'
import { Browser, member } from '../support/world'

const password = 'eight questions a day'

test('who shows address and password is signed in, in a session of its own', async () => {
  const ana = await member({ password })
  const phone = new Browser()
  const reply = await phone.signIn(ana.email, password)
  expect([reply.status, reply.body]).toEqual([200, { url: 'http://localhost:3000/' }])
  expect(phone.jar.get('session')).toMatch(/^[\w-]{43}$/)
})
