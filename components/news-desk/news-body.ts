import type { Faults } from '@/components/forms/use-form'
import { said, sourceFault, sourceIn } from '@/components/sources/source-of'
import type { NewNews } from '@/domain/news/desk-input'

type Fields = Record<string, string>

/** What can be seen to be wrong before it is sent. */
export const newsFaults = (fields: Fields): Faults => ({
  title: said(fields, 'title').length < 4 ? 'title' : undefined,
  summary: said(fields, 'summary').length < 10 ? 'summary' : undefined,
  publishedOn: said(fields, 'publishedOn') ? undefined : 'required',
  sourceTitle: sourceFault(fields),
  body: said(fields, 'body') ? undefined : 'required',
})

/** An address: small letters, digits and hyphens. */
export const addressFault = (address: string): string | undefined =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(address) ? undefined : address ? 'address' : 'required'

/** What was written, as the API takes it. */
export const newsIn = (fields: Fields): Omit<NewNews, 'id'> => ({
  kind: said(fields, 'kind') as NewNews['kind'],
  title: said(fields, 'title'),
  summary: said(fields, 'summary'),
  region: said(fields, 'region') as NewNews['region'],
  place: said(fields, 'place'),
  publishedOn: said(fields, 'publishedOn'),
  source: sourceIn(fields),
  verified: said(fields, 'verified') !== '',
  body: fields.body ?? '',
})
