import { sms } from 'tencentcloud-sdk-nodejs-sms'
import { env } from '../env'
import { type SmsSender, templateOf } from './sms'
import { Undelivered } from './undelivered'

const timeoutSeconds = 20

/**
 * What they say of number, template or signature is said for ever; not so that the account is empty. All else is too much at
 * once, a fault of theirs, or of our keys, that somebody may mend. https://cloud.tencent.com/document/product/382/59177
 */
const lasting = /^(FailedOperation\.(?!InsufficientBalance)|(Invalid|Missing|Unknown)Parameter|UnsupportedOperation)/
const limitMs = 3_600_000

/** @throws Undelivered for every answer but `Ok` */
function judge(code: string | undefined) {
  if (code === 'Ok') return
  const limited = code?.startsWith('LimitExceeded.') ?? false
  const never = lasting.test(code ?? '')
  throw new Undelivered(`tencent ${code ?? 'no code'}`, { never, wishedMs: limited ? limitMs : 0 })
}

function clientOf() {
  const { SMS_KEY_ID: secretId, SMS_KEY_SECRET: secretKey, SMS_ENDPOINT } = env()
  const { host, protocol } = new URL(SMS_ENDPOINT ?? 'https://sms.tencentcloudapi.com')
  const httpProfile = { endpoint: host, protocol: `${protocol}//`, reqTimeout: timeoutSeconds }
  return new sms.v20210111.Client({
    credential: { secretId, secretKey },
    region: 'ap-guangzhou',
    profile: { httpProfile },
  })
}

/** Tencent's SMS. */
export function tencentSms(): SmsSender {
  const client = clientOf()
  return {
    send: async (to, purpose, params) => {
      const request = {
        PhoneNumberSet: [to],
        SmsSdkAppId: env().SMS_APP_ID ?? '',
        SignName: env().SMS_SIGN_NAME,
        TemplateId: templateOf(purpose),
        TemplateParamSet: Object.values(params),
      }
      const answer = await client.SendSms(request).catch((error: { code?: string }) => judge(error.code))
      if (answer) judge(answer.SendStatusSet?.[0]?.Code)
    },
  }
}
