import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { db, write } from '@/db/client'
import { identities, users } from '@/db/schema'
import { consentVersion } from '@/domain/users/consent'
import { newAddress, password, register, somewhere, withMailbox } from '../support/accounts'
import { OidcProvider } from '../support/oidc-provider'
import { type Browser, member, randomUUID } from '../support/world'

const mailbox = withMailbox()
const provider = new OidcProvider()
beforeAll(async () => {
  await provider.open()
  vi.stubEnv('OIDC_ISSUER', provider.issuer)
  vi.stubEnv('OIDC_ID', provider.clientId)
  vi.stubEnv('OIDC_SECRET', provider.clientSecret)
  vi.stubEnv('OIDC_NAME', '学校账号')
  vi.stubEnv('WECHAT_ID', 'wx1')
  vi.stubEnv('WECHAT_SECRET', 'secret')
  vi.stubEnv('GITHUB_ID', 'without a secret')
})
afterAll(() => provider.close())
afterEach(() => vi.unstubAllGlobals())

/** Goes to the provider, agrees there, and comes back. @returns the last answer. */
async function signInElsewhere(browser: Browser, says: OidcProvider['says'], callbackUrl = '/progress') {
  provider.says = says
  const { url } = (await browser.authPost('signin/oidc', { callbackUrl })).body
  return browser.auth('GET', `callback/oidc?${provider.agree(url)}`)
}

const peopleAt = (email: string) => db().select().from(users).where(eq(users.email, email))
const ownerOf = async (subject: string) =>
  (
    await db()
      .select({ user: users })
      .from(identities)
      .innerJoin(users, eq(users.id, identities.userId))
      .where(eq(identities.subject, subject))
  )[0]?.user
const to = (reply: { headers: Headers }) => reply.headers.get('location')
const isSignedIn = async (browser: Browser) => (await browser.get('/me/sessions')).status === 200

test('only what is configured in full is offered', async () => {
  const reply = await somewhere().get('/sign-in-options')
  expect(reply.body).toEqual({
    providers: [
      { id: 'wechat', name: '微信' },
      { id: 'oidc', name: '学校账号' },
    ],
    delivery: 'mail',
    consentVersion,
  })
  expect((await somewhere().authPost('signin/github')).body.url).not.toContain('github.com')
})

test('the way there asks with state, nonce and a challenge, and comes back to PUBLIC_URL', async () => {
  const phone = somewhere()
  const { url } = (await phone.authPost('signin/oidc?redirect_uri=https://evil.example&scope=all', {})).body
  const asked = new URL(url)
  expect(asked.origin + asked.pathname).toBe(`${provider.issuer}/authorize`)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: provider.clientId,
    redirect_uri: 'http://localhost:3000/api/auth/callback/oidc',
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  })
})

test('a verified address that nobody has makes a member who agreed to the notice', async () => {
  const [phone, email, sub] = [somewhere(), newAddress(), randomUUID()]
  const reply = await signInElsewhere(phone, { sub, email: email.toUpperCase(), email_verified: true, name: ' 小安 ' })
  expect([reply.status, to(reply)]).toEqual([302, 'http://localhost:3000/progress'])
  expect(await isSignedIn(phone)).toBe(true)
  expect(await ownerOf(sub)).toMatchObject({
    kind: 'member',
    role: 'learner',
    email,
    nickname: '小安',
    passwordHash: null,
    consentVersion,
  })
})

test('the same identity is the same member again, even under another address', async () => {
  const [email, sub] = [newAddress(), randomUUID()]
  await signInElsewhere(somewhere(), { sub, email, email_verified: true })
  const first = await ownerOf(sub)
  await signInElsewhere(somewhere(), { sub, email: newAddress(), email_verified: true })
  expect(await ownerOf(sub)).toEqual(first)
})

test('a verified address of a member links the identity to them', async () => {
  const [ana, sub, phone] = [await member({ password }), randomUUID(), somewhere()]
  await signInElsewhere(phone, { sub, email: ana.email, email_verified: true })
  expect((await ownerOf(sub))?.id).toBe(ana.id)
  expect(await isSignedIn(phone)).toBe(true)
  expect((await somewhere().signIn(ana.email, password)).status).toBe(200)
})

test.each<[string, { email?: string; email_verified?: boolean }]>([
  ['that is not verified', { email_verified: false }],
  ['of which nothing is said', {}],
])('an address %s links to nobody and is not kept', async (_, says) => {
  const [ana, sub, phone] = [await member(), randomUUID(), somewhere()]
  await signInElsewhere(phone, { sub, email: ana.email, ...says })
  const made = await ownerOf(sub)
  expect([made?.id === ana.id, made?.email]).toEqual([false, null])
  expect(await peopleAt(ana.email)).toHaveLength(1)
})

test('a provider without addresses makes a member without one', async () => {
  const [phone, sub] = [somewhere(), randomUUID()]
  await signInElsewhere(phone, { sub })
  expect(await ownerOf(sub)).toMatchObject({ kind: 'member', email: null })
})

test('a verified address voids a registration that somebody else left there', async () => {
  const [thief, owner, email, sub] = [somewhere(), somewhere(), newAddress(), randomUUID()]
  const token = await register(thief, mailbox, email, { password: 'a password of the thief' })
  await signInElsewhere(owner, { sub, email, email_verified: true })
  expect((await thief.post('/accounts/confirmations', { token })).status).toBe(410)
  expect((await thief.signIn(email, 'a password of the thief')).status).toBe(401)
  expect(await peopleAt(email)).toMatchObject([{ passwordHash: null }])
})

describe('nobody is signed in', () => {
  const refused = async (phone: Browser, reply: { headers: Headers }, error: string) => {
    const at = new URL(to(reply) ?? '', 'http://localhost:3000')
    expect([at.pathname, at.searchParams.get('error')]).toEqual(['/sign-in', error])
    expect(phone.jar.has('session')).toBe(false)
  }
  /** next-auth leads over its own address of errors to the page. */
  const followed = async (phone: Browser, reply: { headers: Headers }) =>
    phone.auth('GET', (to(reply) ?? '').replace(/^.*\/api\/auth\//, ''))

  test('who is disabled', async () => {
    const [ana, sub, phone] = [await member(), randomUUID(), somewhere()]
    await write((tx) => tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, ana.id)))
    await refused(phone, await signInElsewhere(phone, { sub, email: ana.email, email_verified: true }), 'AccessDenied')
    expect(await ownerOf(sub)).toBeUndefined()
  })

  test('who has a second factor: it is asked for where the password is', async () => {
    const [ana, sub, phone] = [await member({ totp: true }), randomUUID(), somewhere()]
    await refused(phone, await signInElsewhere(phone, { sub, email: ana.email, email_verified: true }), 'TotpRequired')
    expect(await ownerOf(sub)).toBeUndefined()
  })

  test.each<[string, Partial<OidcProvider['says']>]>([
    ['with a nonce of another flow', { nonce: 'another' }],
    ['with a token of another issuer', { iss: 'http://evil.example' }],
    ['with a token for another client', { aud: 'another' }],
  ])('%s', async (_, wrong) => {
    const [phone, sub] = [somewhere(), randomUUID()]
    const reply = await signInElsewhere(phone, { sub, email: newAddress(), email_verified: true, ...wrong })
    await refused(phone, await followed(phone, await followed(phone, reply)), 'OAuthCallback')
    expect(await ownerOf(sub)).toBeUndefined()
  })

  test('by a link that somebody else began', async () => {
    const [thief, victim, sub] = [somewhere(), somewhere(), randomUUID()]
    provider.says = { sub }
    const { url } = (await thief.authPost('signin/oidc')).body
    const reply = await victim.auth('GET', `callback/oidc?${provider.agree(url)}`)
    await refused(victim, await followed(victim, await followed(victim, reply)), 'OAuthCallback')
    expect(await ownerOf(sub)).toBeUndefined()
  })

  test('from an English page the error is shown on the English page', async () => {
    const phone = somewhere()
    const { url } = (await phone.authPost('signin/oidc', { callbackUrl: '/en/progress' })).body
    const reply = await phone.auth('GET', `callback/oidc?${provider.agree(url)}&error=access_denied`)
    const last = await followed(phone, await followed(phone, reply))
    expect(to(last)).toMatch(/^\/en\/sign-in\?.*error=/)
  })
})

describe('WeChat, which has its own kind of OAuth and gives no address', () => {
  const asked: URL[] = []
  const answers = (told: object) =>
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(new URL(url))
      return Response.json(told)
    })
  const begin = async (phone: Browser) => new URL((await phone.authPost('signin/wechat')).body.url)

  test('signs in by the union id', async () => {
    const [phone, unionid] = [somewhere(), randomUUID()]
    const there = await begin(phone)
    expect(there.href).toMatch(/^https:\/\/open\.weixin\.qq\.com\/connect\/qrconnect\?.*#wechat_redirect$/)
    expect(Object.fromEntries(there.searchParams)).toMatchObject({ appid: 'wx1', scope: 'snsapi_login' })
    answers({ access_token: 'token', openid: 'of this app', unionid })
    const back = await phone.auth('GET', `callback/wechat?code=one&state=${there.searchParams.get('state')}`)
    expect([back.status, await isSignedIn(phone)]).toEqual([302, true])
    expect(await ownerOf(unionid)).toMatchObject({ kind: 'member', email: null })
    expect(asked.at(-1)?.origin).toBe('https://api.weixin.qq.com')
    expect(Object.fromEntries(asked.at(-1)?.searchParams ?? [])).toEqual({
      appid: 'wx1',
      secret: 'secret',
      code: 'one',
      grant_type: 'authorization_code',
    })
  })

  test.each([
    ['with the state of another sign-in', 'another', { access_token: 'token', openid: 'nobody' }],
    ['with a code that WeChat refuses', null, { errcode: 40029 }],
  ])('nobody is signed in %s', async (_, state, told) => {
    const phone = somewhere()
    const own = (await begin(phone)).searchParams.get('state')
    answers(told)
    await phone.auth('GET', `callback/wechat?code=one&state=${state ?? own}`)
    expect([phone.jar.has('session'), await ownerOf('nobody')]).toEqual([false, undefined])
  })
})
