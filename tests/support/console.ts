import { afterEach, beforeEach, expect, vi } from 'vitest'

// An error that nobody expected is a failure, even where the test looked elsewhere.
beforeEach(() => {
  vi.spyOn(console, 'error')
})
afterEach(() => {
  const said = vi.mocked(console.error).mock.calls
  vi.mocked(console.error).mockRestore()
  expect(said, 'unexpected console.error').toEqual([])
})
