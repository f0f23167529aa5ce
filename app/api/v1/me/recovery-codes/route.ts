import { renewRecoveryCodes } from '@/domain/second-factors/commands'
import { factorCodeSchema } from '@/domain/second-factors/input'
import { recoveryCodesOutput } from '@/domain/second-factors/output'
import { countCode, factorTools, newRecoveryCodes } from '@/lib/auth/second-factors/second-factor'
import { route } from '@/lib/route'

export const POST = route(
  {
    summary: 'New recovery codes; the old ones pass no more',
    auth: 'member',
    token: 'never',
    input: factorCodeSchema,
    output: recoveryCodesOutput,
    refusals: ['totp-wrong'],
    limit: { max: 20, windowSeconds: 600 },
  },
  async ({ user, body, now }) => {
    await countCode(user.id, now)
    const { codes, codeHashes } = newRecoveryCodes()
    await renewRecoveryCodes(user.id, { code: body.code, codeHashes }, now, factorTools)
    return { recoveryCodes: codes }
  },
)
