import { z } from 'zod'
import { passwordTyped } from '@/domain/accounts/input'
import { text } from '@/domain/questions/input'

/** As it was typed; readCode tells what it is. */
const codeTyped = text(40).min(1)

/** `code` is asked of whoever has a second factor already, and moves it to another phone. */
export const beginFactorSchema = z.strictObject({ password: passwordTyped.optional(), code: codeTyped.optional() })
export const factorCodeSchema = z.strictObject({ code: codeTyped })
