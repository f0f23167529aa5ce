import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { letterAt } from '@/domain/formats/draft'
import type { QuestionType } from '@/domain/questions/types'
import type { FormOption } from './draft-content'
import { OptionOrder } from './option-order'
import { TextArea } from './text-area'
import { useRowFocus } from './use-row-focus'

type OptionsFieldProps = {
  type: QuestionType
  options: readonly FormOption[]
  onChange: (options: FormOption[]) => void
  /** What is wrong with an option, by its index. */
  faultAt: (index: number) => string | undefined
  fault: string | undefined
}

const most = 8

/** Options in their order, which of them are right, and why. */
export function OptionsField({ type, options, onChange, faultAt, fault }: OptionsFieldProps) {
  const t = useTranslations('bank')
  const isFixed = type === 'true-false'
  const rows = useRowFocus<HTMLOListElement>(options.length)
  const change = (index: number, part: Partial<FormOption>) =>
    onChange(options.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const choose = (index: number, right: boolean) =>
    onChange(options.map((one, at) => ({ ...one, right: at === index ? right : type === 'multiple' && one.right })))
  return (
    <fieldset>
      <legend className="pb-1 text-ink-2 text-small">{t('options')}</legend>
      <ol ref={rows.list} onFocus={rows.onFocus} className="grid gap-3 border-rule border-t pt-3">
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <li key={index} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-3 border-rule border-b pb-3">
            <label className="flex min-h-11 items-center gap-2 self-start font-semibold">
              <input
                type={type === 'multiple' ? 'checkbox' : 'radio'}
                name="key"
                checked={option.right}
                onChange={(event) => choose(index, event.target.checked)}
                className="size-5 accent-deed"
              />
              {letterAt(index)}
              <span className="sr-only">{t('isRight')}</span>
            </label>
            <div className="grid gap-2">
              {isFixed ? (
                <p className="flex min-h-11 items-center">{option.text}</p>
              ) : (
                <TextArea
                  label={t('optionText', { letter: letterAt(index) })}
                  value={option.text}
                  rows={1}
                  pictures
                  fault={faultAt(index)}
                  onChange={(text) => change(index, { text })}
                />
              )}
              <TextArea
                label={t('optionReason')}
                value={option.explanation}
                rows={1}
                onChange={(explanation) => change(index, { explanation })}
              />
              {!isFixed && <OptionOrder index={index} options={options} onChange={onChange} label={letterAt(index)} />}
            </div>
          </li>
        ))}
      </ol>
      {fault && <p className="pt-2 text-part text-small">{fault}</p>}
      {!isFixed && options.length < most && (
        <Button
          look="text"
          onClick={() => onChange([...options, { text: '', explanation: '', right: false }])}
          className="mt-1 -ml-3 text-small"
        >
          {t('addOption')}
        </Button>
      )}
    </fieldset>
  )
}
