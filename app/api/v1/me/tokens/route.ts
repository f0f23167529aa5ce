import { newTokenSchema } from '@/domain/users/input'
import { newTokenOutput, tokensOutput } from '@/domain/users/output'
import { createToken } from '@/domain/users/token-commands'
import { listTokens } from '@/domain/users/token-queries'
import { route } from '@/lib/route'
import { hashToken, newToken } from '@/lib/session'

export const GET = route(
  { summary: "One's API tokens, without their secrets", auth: 'member', token: 'never', output: tokensOutput },
  async ({ user }) => ({ items: await listTokens(user.id), nextCursor: null }),
)

export const POST = route(
  {
    summary: 'Make an API token; it is shown this once',
    auth: 'member',
    token: 'never',
    input: newTokenSchema,
    output: newTokenOutput,
    status: 201,
    refusals: ['forbidden', 'too-many'],
    limit: { max: 30, windowSeconds: 3600 },
  },
  async ({ user, body, now }) => {
    const token = `yl_${newToken()}`
    return { ...(await createToken(user, { ...body, tokenHash: hashToken(token) }, now)), token }
  },
)
