import type { Due } from '@/domain/deliveries/commands'
import { env } from '../env'
import { log } from '../log'
import { type Sender, Undelivered } from './undelivered'

export type SmsPurpose = 'sms-code' | 'reminder'
/** What fills the provider's own template; the order is that of the template, for providers that number them. */
type SmsParams = Record<string, string>

/** A provider of SMS. `send` throws `Undelivered`. @param to a number with its country, +86… */
export type SmsSender = { send: (to: string, purpose: SmsPurpose, params: SmsParams) => Promise<void> }

/** All but the last four digits stay out of the log. */
const veiled = (to: string) => `${to.slice(0, 3)}…${to.slice(-4)}`

/** Sends nothing: a line in the log shows what would be sent. */
const logSms: SmsSender = {
  send: async (to, purpose, params) => {
    log().info({ to: veiled(to), purpose, params }, 'no provider of SMS is set up: nothing was sent')
  },
}

/** The chosen provider's client is loaded when it is first needed: both are large. */
async function provider(): Promise<SmsSender> {
  const { SMS_PROVIDER } = env()
  if (SMS_PROVIDER === 'aliyun') return (await import('./sms-aliyun')).aliyunSms()
  if (SMS_PROVIDER === 'tencent') return (await import('./sms-tencent')).tencentSms()
  return logSms
}

/** Whether anybody is offered SMS. */
export const hasSms = () => env().SMS_PROVIDER !== undefined

const templates = { 'sms-code': 'SMS_TEMPLATE_CODE', reminder: 'SMS_TEMPLATE_REMINDER' } as const

/** The approved template of a purpose. */
export const templateOf = (purpose: SmsPurpose) => env()[templates[purpose]] ?? ''

const isPurpose = (purpose: string): purpose is SmsPurpose => purpose in templates

async function send({ to, purpose, params }: Due) {
  if (!isPurpose(purpose) || !params) throw new Undelivered('no template', { never: true })
  await (await provider()).send(to, purpose, params)
}

/** Short messages, by the provider of the environment. */
export const smsSender: Sender = { hands: () => 2, send }
