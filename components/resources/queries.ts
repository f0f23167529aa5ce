import { api } from '@/components/http'
import type { FileMail } from '@/domain/resources/mailing-input'

/** Sends the file of a resource to an address. */
export const mailFile = (resource: string, body: FileMail) =>
  api<{ delivery: 'mail' | 'outbox' }>(`/resources/${resource}/mail`, { method: 'POST', body })
