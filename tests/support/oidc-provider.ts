import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of whoever signs in there next. */
export type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string }

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signed(claims: object): string {
  const head = `${part({ alg: 'RS256', kid: 'only', typ: 'JWT' })}.${part(claims)}`
  return `${head}.${sign('sha256', Buffer.from(head), keys.privateKey).toString('base64url')}`
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

/** An OpenID Connect provider on loopback: discovery, codes with PKCE and nonce, ID tokens by RS256. */
export class OidcProvider {
  readonly clientId = 'yilian'
  readonly clientSecret = 'a secret between the two'
  /** Set to what it should say; `nonce` overrides the one that was asked for. */
  says: Claims & { nonce?: string; iss?: string; aud?: string } = { sub: 'nobody' }
  private readonly codes = new Map<string, URLSearchParams>()
  private readonly server = createServer((request, response) => void this.answer(request, response))
  issuer = ''

  async open() {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close = () => {
    this.server.closeAllConnections()
    return new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  /** What the provider's own page does once the person has agreed. @returns the query that leads back. */
  agree(authorizationUrl: string): string {
    const asked = new URL(authorizationUrl).searchParams
    const code = randomUUID()
    this.codes.set(code, asked)
    return new URLSearchParams({ code, state: asked.get('state') ?? '', iss: this.issuer }).toString()
  }

  private async answer(request: IncomingMessage, response: ServerResponse) {
    const reply = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration') return reply(200, this.configuration())
    if (request.url === '/jwks')
      return reply(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'only', use: 'sig', alg: 'RS256' }],
      })
    if (request.url !== '/token') return reply(404, {})
    const asked = this.redeem(request, await formOf(request))
    return asked ? reply(200, this.tokens(asked)) : reply(400, { error: 'invalid_grant' })
  }

  private configuration() {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  /** A code is good once, for the client and the verifier that it was given for. */
  private redeem(request: IncomingMessage, form: URLSearchParams): URLSearchParams | undefined {
    const code = form.get('code') ?? ''
    const asked = this.codes.get(code)
    this.codes.delete(code)
    const client = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isClient = client === `${this.clientId}:${encodeURIComponent(this.clientSecret).replaceAll('%20', '+')}`
    const isSame = form.get('redirect_uri') === asked?.get('redirect_uri')
    return isClient && isSame && asked?.get('code_challenge') === challenge ? asked : undefined
  }

  private tokens(asked: URLSearchParams) {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.issuer, aud: this.clientId, iat: now, exp: now + 300, nonce: asked.get('nonce') }
    return { access_token: randomUUID(), token_type: 'Bearer', id_token: signed({ ...claims, ...this.says }) }
  }
}
