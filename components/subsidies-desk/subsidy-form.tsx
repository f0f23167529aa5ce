import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import { newId } from '@/components/attempts/new-id'
import { useForm } from '@/components/forms/use-form'
import { ApiError, ConnectionError } from '@/components/http'
import { refusalKey } from '@/components/staff/refusal'
import { Button } from '@/components/ui/button'
import type { SubsidyDeskView } from '@/domain/subsidies/output'
import { addSubsidy, changeSubsidy } from './queries'
import { subsidyFaults, subsidyIn } from './subsidy-body'
import { SubsidyFields } from './subsidy-fields'

type SubsidyFormProps = {
  known: SubsidyDeskView | null
  levels: readonly { value: string; label: string }[]
  year: number
  onSaved: (subsidy: SubsidyDeskView) => Promise<void>
  onCancel: () => void
}

/** A subsidy to add, or to say anew. */
export function SubsidyForm({ known, levels, year, onSaved, onCancel }: SubsidyFormProps) {
  const t = useTranslations('subsidiesDesk')
  const heading = useRef<HTMLHeadingElement>(null)
  const name = useId()
  // One id for all tries: what did get through the first time is not added twice.
  const id = useRef(newId())
  useEffect(() => heading.current?.focus(), [])
  const use = useForm({
    check: subsidyFaults,
    send: (fields) =>
      known
        ? changeSubsidy(known.id, { ...subsidyIn(fields), seen: known.updatedAt })
        : addSubsidy({ ...subsidyIn(fields), id: id.current }),
    onDone: onSaved,
  })
  const isKnown = use.error instanceof ApiError || use.error instanceof ConnectionError
  return (
    <form
      ref={use.form}
      method="post"
      noValidate
      aria-labelledby={name}
      onSubmit={use.submit}
      className="mb-6 bg-sunk p-4"
    >
      <h2 ref={heading} id={name} tabIndex={-1} className="pb-4 font-semibold outline-none">
        {known ? t('changing', { place: known.place, year: String(known.year) }) : t('add')}
      </h2>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <SubsidyFields {...{ known, levels, year }} faults={use.faults} />
      </div>
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <Button type="submit" disabledFocusable={use.pending}>
          {t(known?.status === 'retired' ? 'saveAgain' : 'save')}
        </Button>
        <Button look="text" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p role="alert" className="text-part text-small empty:hidden">
          {use.error && t(isKnown ? refusalKey(use.error as ApiError | ConnectionError, t.has) : 'refused.internal')}
        </p>
      </div>
    </form>
  )
}
