import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { configuredProviders } from '@/lib/auth/next-auth/providers'

vi.stubEnv('GITHUB_ID', 'id')
vi.stubEnv('GITHUB_SECRET', 'secret')
beforeEach(() => vi.clearAllMocks())
afterEach(() => vi.unstubAllGlobals())

/** What is believed of a person, given GitHub's profile of them and its list of their addresses. */
async function believed(addresses: object, status = 200) {
  vi.stubGlobal('fetch', async () => Response.json(addresses, { status }))
  const github = configuredProviders().find((one) => one.id === 'github')
  const userinfo = github?.userinfo
  if (!github || typeof userinfo !== 'object' || !userinfo.request) throw new Error('GitHub is not set up')
  // The profile names an address that anybody may have typed there.
  const client = { userinfo: async () => ({ id: 7, login: 'ana', name: null, email: 'typed@mail.example' }) }
  const told: unknown = await Reflect.apply(userinfo.request, userinfo, [{ client, tokens: { access_token: 'token' } }])
  return Reflect.apply(github.profile, github, [told, {}]) as unknown
}

const address = (email: string, primary: boolean, verified: boolean) => ({ email, primary, verified })

test('the primary address is believed when GitHub has verified it', async () => {
  const list = [address('other@mail.example', false, true), address('ana@mail.example', true, true)]
  expect(await believed(list)).toEqual({ id: '7', name: 'ana', email: 'ana@mail.example' })
})

test.each([
  ['the primary one is not verified', [address('ana@mail.example', true, false)]],
  ['only another one is verified', [address('a@mail.example', true, false), address('b@mail.example', false, true)]],
  ['there is none', []],
])('no address is believed when %s', async (_, list) => {
  expect(await believed(list)).toMatchObject({ email: null })
})

test('no address is believed when GitHub does not give its list', async () => {
  expect(await believed({ message: 'no' }, 403)).toMatchObject({ email: null })
})
