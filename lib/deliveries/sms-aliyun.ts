import * as dysms from '@alicloud/dysmsapi20170525'
import { $OpenApiUtil } from '@alicloud/openapi-core'
import { env } from '../env'
import { type SmsSender, templateOf } from './sms'
import { Undelivered } from './undelivered'

// One bundle gives the class itself, another the module around it.
const Client = (dysms.default as unknown as { default?: typeof dysms.default }).default ?? dysms.default

const timeoutMs = 20_000

/**
 * What they say of number, template or signature is said for ever; not so that it is too much, or that the account is empty.
 * All else is a fault of theirs, or of our keys, that somebody may mend. https://help.aliyun.com/document_detail/101346.html
 */
const lasting = /^isv\.(?!BUSINESS_LIMIT_CONTROL|OUT_OF_SERVICE|AMOUNT_NOT_ENOUGH)/
/** A minute's limit is passed by then, if not the day's. */
const limitMs = 3_600_000

/** @throws Undelivered for every answer but `OK` */
function judge(code: string | undefined) {
  if (code === 'OK') return
  const fault = `aliyun ${code ?? 'no code'}`
  const limited = code === 'isv.BUSINESS_LIMIT_CONTROL'
  throw new Undelivered(fault, { never: lasting.test(code ?? ''), wishedMs: limited ? limitMs : 0 })
}

function clientOf() {
  const { SMS_KEY_ID: accessKeyId, SMS_KEY_SECRET: accessKeySecret, SMS_ENDPOINT } = env()
  const { host, protocol } = new URL(SMS_ENDPOINT ?? 'https://dysmsapi.aliyuncs.com')
  const times = { connectTimeout: timeoutMs, readTimeout: timeoutMs }
  const where = { endpoint: host, protocol: protocol.slice(0, -1) }
  return new Client(new $OpenApiUtil.Config({ accessKeyId, accessKeySecret, ...where, ...times }))
}

/** Aliyun's SMS. */
export function aliyunSms(): SmsSender {
  const client = clientOf()
  return {
    send: async (to, purpose, params) => {
      const request = new dysms.SendSmsRequest({
        // Mainland numbers go without their country.
        phoneNumbers: to.replace(/^\+86/, ''),
        signName: env().SMS_SIGN_NAME,
        templateCode: templateOf(purpose),
        templateParam: JSON.stringify(params),
      })
      const answer = await client.sendSms(request).catch((error: { code?: string }) => judge(error.code))
      if (answer) judge(answer.body?.code)
    },
  }
}
