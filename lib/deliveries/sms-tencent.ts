import { sms } from 'tencentcloud-sdk-nodejs-sms'
import { env } from '../env'
import { type SmsSender, templateOf } from './sms'
import { Undelivered } from './undelivered'

const timeoutSeconds = 20

/** What another try may mend: too many at once, or a fault of theirs. https://cloud.tencent.com/document/product/382/59177 */
const passing = /^(LimitExceeded|InternalError|RequestLimitExceeded|FailedOperation\.InsufficientBalanceInSmsPackage)/
const limitMs = 3_600_000

/** @throws Undelivered for every answer but `Ok` */
function judge(code: string | undefined) {
  if (code === 'Ok') return
  const limited = code?.startsWith('LimitExceeded.') ?? false
  // Without a code nothing was answered at all.
  const never = code !== undefined && !passing.test(code)
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
