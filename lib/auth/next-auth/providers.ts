import type { User as Profiled } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '@/lib/env'

/**
 * Where else one may sign in: each provider that is configured. Whatever a provider says of a person is cut down here to
 * an id, a name and, only where the provider has verified it, an address.
 */
type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean | string }
type GithubUser = { id: number; login: string; name?: string | null; verified: string | null }
type WechatUser = { sub: string }

const isVerified = ({ email_verified }: Claims) => email_verified === true || email_verified === 'true'

const fromClaims = (claims: Claims): Profiled => ({
  id: claims.sub,
  name: claims.name ?? null,
  email: isVerified(claims) ? (claims.email ?? null) : null,
})

type OpenId = { id: string; name: string; issuer: string; clientId: string; clientSecret: string }

/** A provider that speaks OpenID Connect: found by discovery, with PKCE, state and nonce. */
const openId = ({ id, name, issuer, clientId, clientSecret }: OpenId): OAuthConfig<Claims> => ({
  id,
  name,
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  idToken: true,
  checks: ['pkce', 'state', 'nonce'],
  httpOptions: { timeout: 10_000 },
  clientId,
  clientSecret,
  profile: fromClaims,
})

type GithubAddress = { email: string; primary: boolean; verified: boolean }

/** GitHub tells an address in the profile that may be unverified: its list of addresses says which is. */
async function verifiedGithubAddress(accessToken: string): Promise<string | null> {
  const reply = await fetch('https://api.github.com/user/emails', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json' },
    signal: AbortSignal.timeout(10_000),
  })
  if (!reply.ok) return null
  const addresses = (await reply.json()) as GithubAddress[]
  return addresses.find((one) => one.primary && one.verified)?.email ?? null
}

const github = (clientId: string, clientSecret: string): OAuthConfig<GithubUser> => ({
  id: 'github',
  name: 'GitHub',
  type: 'oauth',
  // Named in its answers, and held against this.
  issuer: 'https://github.com/login/oauth',
  authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user user:email' } },
  token: 'https://github.com/login/oauth/access_token',
  userinfo: {
    url: 'https://api.github.com/user',
    async request({ client, tokens }) {
      const token = tokens.access_token ?? ''
      return { ...(await client.userinfo(token)), verified: await verifiedGithubAddress(token) }
    },
  },
  checks: ['pkce', 'state'],
  clientId,
  clientSecret,
  profile: ({ id, name, login, verified }) => ({ id: String(id), name: name ?? login, email: verified }),
})

async function wechatToken(clientId: string, clientSecret: string, code: string | undefined) {
  const query = new URLSearchParams({
    appid: clientId,
    secret: clientSecret,
    code: code ?? '',
    grant_type: 'authorization_code',
  })
  const url = `https://api.weixin.qq.com/sns/oauth2/access_token?${query}`
  const reply = await fetch(url, { signal: AbortSignal.timeout(10_000) })
  const told = (await reply.json()) as { access_token?: string; openid?: string; unionid?: string; errcode?: number }
  if (!told.access_token || !told.openid) throw new Error(`WeChat gave no token (${told.errcode ?? reply.status})`)
  return { access_token: told.access_token, id: told.unionid ?? told.openid }
}

/** WeChat has its own kind of OAuth, and gives no address. The union id is the same across a company's apps. */
const wechat = (clientId: string, clientSecret: string): OAuthConfig<WechatUser> => ({
  id: 'wechat',
  name: '微信',
  type: 'oauth',
  authorization: {
    url: 'https://open.weixin.qq.com/connect/qrconnect#wechat_redirect',
    params: { appid: clientId, scope: 'snsapi_login', response_type: 'code' },
  },
  token: {
    async request({ params, checks }) {
      // Elsewhere the library does it, before it redeems the code.
      if (!checks.state || params.state !== checks.state) throw new Error('The answer belongs to another sign-in')
      return { tokens: await wechatToken(clientId, clientSecret, params.code) }
    },
  },
  userinfo: {
    async request({ tokens }) {
      return { sub: String(tokens.id) }
    },
  },
  checks: ['state'],
  clientId,
  clientSecret,
  profile: ({ sub }) => ({ id: sub, name: null, email: null }),
})

/** The providers that have both an id and a secret (and OpenID Connect an issuer). */
export function configuredProviders() {
  const set = env()
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, WECHAT_ID, WECHAT_SECRET } = set
  const { OIDC_ISSUER: issuer, OIDC_ID, OIDC_SECRET, OIDC_NAME: name } = set
  const google = { id: 'google', name: 'Google', issuer: 'https://accounts.google.com' }
  return [
    ...(WECHAT_ID && WECHAT_SECRET ? [wechat(WECHAT_ID, WECHAT_SECRET)] : []),
    ...(GITHUB_ID && GITHUB_SECRET ? [github(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [openId({ ...google, clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET })] : []),
    ...(issuer && OIDC_ID && OIDC_SECRET
      ? [openId({ id: 'oidc', name, issuer, clientId: OIDC_ID, clientSecret: OIDC_SECRET })]
      : []),
  ]
}
