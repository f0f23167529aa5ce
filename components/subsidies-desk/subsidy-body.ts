import type { Faults } from '@/components/forms/use-form'
import { said, sourceIn } from '@/components/sources/source-of'
import type { NewSubsidy } from '@/domain/subsidies/desk-input'

type Fields = Record<string, string>

const isNumber = (text: string, digits: string) => new RegExp(`^\\d${digits}$`).test(text)

/** What can be seen to be wrong before it is sent. */
export const subsidyFaults = (fields: Fields): Faults => ({
  year: isNumber(said(fields, 'year'), '{4}') ? undefined : 'year',
  amountYuan:
    isNumber(said(fields, 'amountYuan'), '{1,8}') && Number(said(fields, 'amountYuan')) > 0 ? undefined : 'amount',
  sourceTitle: said(fields, 'sourceTitle').length < 2 ? 'required' : undefined,
})

/** What was written, as the API takes it. */
export const subsidyIn = (fields: Fields): Omit<NewSubsidy, 'id'> => ({
  region: said(fields, 'region') as NewSubsidy['region'],
  place: said(fields, 'place'),
  year: Number(said(fields, 'year')),
  level: said(fields, 'level') || null,
  amountYuan: Number(said(fields, 'amountYuan')),
  atMost: said(fields, 'atMost') !== '',
  period: (said(fields, 'period') || null) as NewSubsidy['period'],
  deadline: said(fields, 'deadline') || null,
  kind: said(fields, 'kind') as NewSubsidy['kind'],
  source: sourceIn(fields) ?? { title: '' },
  verified: said(fields, 'verified') !== '',
})
