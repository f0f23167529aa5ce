import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a provider was asked to send: the same words for both of them. */
export type Texted = { number: string; sign: string; template: string; params: string[]; signed: boolean }

const isTencent = (headers: Record<string, unknown>) => headers['x-tc-action'] === 'SendSms'

function fromAliyun(url: URL, authorization = ''): Texted {
  const say = (name: string) => url.searchParams.get(name) ?? ''
  const params = Object.entries(JSON.parse(say('TemplateParam')) as Record<string, string>).map(String)
  const signed = authorization.startsWith('ACS3-HMAC-SHA256 Credential=key-id,')
  return { number: say('PhoneNumbers'), sign: say('SignName'), template: say('TemplateCode'), params, signed }
}

type TencentBody = { PhoneNumberSet: [string]; SignName: string; TemplateId: string; TemplateParamSet: string[] }
function fromTencent(body: string, authorization = ''): Texted {
  const { PhoneNumberSet, SignName, TemplateId, TemplateParamSet } = JSON.parse(body) as TencentBody
  const signed = authorization.startsWith('TC3-HMAC-SHA256 Credential=key-id/')
  return { number: PhoneNumberSet[0], sign: SignName, template: TemplateId, params: TemplateParamSet, signed }
}

/** Both providers of SMS on loopback, as far as their own clients see them. */
export class SmsProvider {
  readonly got: Texted[] = []
  /** The code of the next answer, and then that of success again. */
  readonly codes: string[] = []
  private readonly server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { authorization } = request.headers
    const tencent = isTencent(request.headers)
    const url = new URL(request.url ?? '', 'http://sms')
    this.got.push(tencent ? fromTencent(body, authorization) : fromAliyun(url, authorization))
    response.setHeader('content-type', 'application/json')
    const code = this.codes.shift()
    if (code === 'HTTP 500') return response.writeHead(500).end('{}')
    const status = [{ Code: code ?? 'Ok', Message: 'words', PhoneNumber: '', Fee: 1, SerialNo: '1', IsoCode: 'CN' }]
    const answer = tencent
      ? { Response: { SendStatusSet: status, RequestId: 'r' } }
      : { Code: code ?? 'OK', Message: 'words', RequestId: 'r', BizId: 'b' }
    return response.end(JSON.stringify(answer))
  })

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close = () => new Promise<void>((resolve) => this.server.close(() => resolve()))
}
