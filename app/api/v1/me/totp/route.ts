import { z } from 'zod'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from '@/domain/second-factors/commands'
import { beginFactorSchema, factorCodeSchema } from '@/domain/second-factors/input'
import { factorToConfirmOutput, recoveryCodesOutput } from '@/domain/second-factors/output'
import { provePassword } from '@/lib/auth/prove'
import { seal } from '@/lib/auth/second-factors/sealed'
import { countCode, factorTools, newRecoveryCodes } from '@/lib/auth/second-factors/second-factor'
import { newSecret, qrOf, uriOf } from '@/lib/auth/second-factors/totp'
import { route } from '@/lib/route'

const oneself = { auth: 'member', token: 'never', limit: { max: 20, windowSeconds: 600 } } as const

export const POST = route(
  {
    ...oneself,
    summary: 'Begin a second factor: a secret for an authenticator app, in force once a code confirms it',
    input: beginFactorSchema,
    output: factorToConfirmOutput,
    refusals: ['password-needed', 'wrong-password', 'totp-required', 'totp-wrong'],
  },
  async ({ user, body, now }) => {
    await countCode(user.id, now)
    const { email, nickname } = await provePassword(user.id, body.password)
    const secret = newSecret()
    await beginSecondFactor(user.id, { sealed: seal(secret), code: body.code }, now, factorTools)
    const uri = uriOf(secret, email ?? nickname ?? user.id)
    return { secret, uri, qr: qrOf(uri) }
  },
)

export const PUT = route(
  {
    ...oneself,
    summary: 'Confirm a second factor by a code of the app; all other devices are signed out',
    input: factorCodeSchema,
    output: recoveryCodesOutput,
    refusals: ['totp-wrong'],
  },
  async ({ user, body, now }) => {
    await countCode(user.id, now)
    const { codes, codeHashes } = newRecoveryCodes()
    await confirmSecondFactor(user, { code: body.code, codeHashes }, now, factorTools)
    return { recoveryCodes: codes }
  },
)

export const DELETE = route(
  {
    ...oneself,
    summary: 'Switch the second factor off; admins may not',
    input: factorCodeSchema,
    output: z.undefined(),
    status: 204,
    refusals: ['forbidden', 'totp-wrong'],
  },
  async ({ user, body, now }) => {
    await countCode(user.id, now)
    await endSecondFactor(user.id, body.code, now, factorTools)
    return undefined
  },
)
