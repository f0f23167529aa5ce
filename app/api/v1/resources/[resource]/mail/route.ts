import { deliveryOutput } from '@/domain/accounts/output'
import { resourceParams } from '@/domain/resources/input'
import { mailFile } from '@/domain/resources/mailing-commands'
import { fileMailSchema } from '@/domain/resources/mailing-input'
import { getResourceFile } from '@/domain/resources/queries'
import { mailLimits, requireEmail } from '@/lib/auth/mails/asking'
import { delivery } from '@/lib/deliveries/mail'
import { sendSoon } from '@/lib/deliveries/send'
import { route } from '@/lib/route'
import { fileLetter } from './file-letter'

export const POST = route(
  {
    summary:
      'Mail the file of the current edition to an address, as an attachment where it is small enough; no account needed',
    auth: 'none',
    params: resourceParams,
    input: fileMailSchema,
    output: deliveryOutput,
    status: 202,
    refusals: ['not-found'],
    limit: { max: 20, windowSeconds: 60 },
  },
  async ({ params: { resource }, body: { email: typed, language }, now, request }) => {
    const email = requireEmail(typed)
    const letter = fileLetter({ resource, email, language, file: await getResourceFile(resource) })
    await mailFile(letter, mailLimits(request, email), now)
    sendSoon()
    return { delivery: delivery() }
  },
)
