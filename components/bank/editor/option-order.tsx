import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { Button } from '@/components/ui/button'
import type { FormOption } from './draft-content'

type OptionOrderProps = {
  options: readonly FormOption[]
  onChange: (options: FormOption[]) => void
  index: number
  label: string
}

/** Moves an option up and down, and takes it away. */
export function OptionOrder({ index, options, onChange, label }: OptionOrderProps) {
  const t = useTranslations('bank')
  const swap = (other: number, { currentTarget }: MouseEvent) => {
    const [one, two] = [options[index], options[other]]
    if (!one || !two) return
    onChange(options.map((option, at) => (at === index ? two : at === other ? one : option)))
    // The focus goes with the option, so that the same key moves it on.
    const row = currentTarget.closest('li')
    const place = [...(currentTarget.parentElement?.children ?? [])].indexOf(currentTarget)
    const beside = other < index ? row?.previousElementSibling : row?.nextElementSibling
    beside?.querySelectorAll<HTMLElement>('[data-order] button').item(place)?.focus()
  }
  const look = 'text-meta max-md:min-h-11'
  return (
    <p data-order="" className="-ml-2 flex flex-wrap gap-1">
      <Button
        look="text"
        size="small"
        className={look}
        disabledFocusable={index === 0}
        onClick={(event) => swap(index - 1, event)}
      >
        {t('up')}
        <span className="sr-only">{label}</span>
      </Button>
      <Button
        look="text"
        size="small"
        className={look}
        disabledFocusable={index === options.length - 1}
        onClick={(event) => swap(index + 1, event)}
      >
        {t('down')}
        <span className="sr-only">{label}</span>
      </Button>
      <Button
        look="text"
        size="small"
        className={look}
        disabledFocusable={options.length <= 2}
        onClick={() => onChange(options.filter((_, at) => at !== index))}
      >
        {t('removeOption')}
        <span className="sr-only">{label}</span>
      </Button>
    </p>
  )
}
