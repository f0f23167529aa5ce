import { expect, test } from 'vitest'
import { write } from '@/db/client'
import { takeDue } from '@/domain/deliveries/commands'

test('a look at nothing that is due waits for no writer', async () => {
  await write(async () => {
    expect(await takeDue('mail', 10, new Date('2030-05-17T16:00:00Z'))).toEqual([])
  })
})
