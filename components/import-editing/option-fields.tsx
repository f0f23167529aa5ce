import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { type Draft, type DraftOption, letterAt } from '@/domain/formats/draft'
import { TextBox } from './inputs'

type OptionFieldsProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

const mostOptions = 8
const empty: DraftOption = { text: '', explanation: '' }

/** The options with what is right among them, and why each is what it is. */
export function OptionFields({ draft: { type, options, choices }, onChange }: OptionFieldsProps) {
  const t = useTranslations('imports.edit')
  const isOne = type === 'single' || type === 'true-false'
  const put = (index: number, part: Partial<DraftOption>) =>
    onChange({ options: options.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  const mark = (letter: string, on: boolean) => {
    const others = isOne ? [] : choices.filter((one) => one !== letter)
    onChange({ choices: on ? [...others, letter].sort() : others })
  }
  const remove = (index: number) =>
    onChange({ options: options.filter((_, at) => at !== index), choices: withoutOption(choices, index) })
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-1 text-ink-3 text-meta">{t('options')}</legend>
      {options.map((option, index) => (
        <OptionField
          key={letterAt(index)}
          letter={letterAt(index)}
          option={option}
          isRight={choices.includes(letterAt(index))}
          onRight={(on) => mark(letterAt(index), on)}
          onPut={(part) => put(index, part)}
          onRemove={() => remove(index)}
        />
      ))}
      {options.length < mostOptions && (
        <button
          type="button"
          onClick={() => onChange({ options: [...options, empty] })}
          className={buttonLook('outlined', 'justify-self-start max-md:min-h-11', 'small')}
        >
          {t('addOption')}
        </button>
      )}
    </fieldset>
  )
}

/** The letters that are right once an option is gone: those after it move up. */
const withoutOption = (choices: readonly string[], index: number) =>
  choices.flatMap((letter) => {
    const at = letter.charCodeAt(0) - 65
    return at === index ? [] : [at > index ? letterAt(at - 1) : letter]
  })

type OptionFieldProps = {
  letter: string
  option: DraftOption
  isRight: boolean
  onRight: (on: boolean) => void
  onPut: (part: Partial<DraftOption>) => void
  onRemove: () => void
}

function OptionField({ letter, option, isRight, onRight, onPut, onRemove }: OptionFieldProps) {
  const t = useTranslations('imports.edit')
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-2">
        <label className="flex min-h-9 items-center gap-1.5 text-small max-md:min-h-11">
          <input
            type="checkbox"
            aria-label={t('right', { letter })}
            checked={isRight}
            onChange={(event) => onRight(event.target.checked)}
            className="size-6 accent-deed"
          />
          <span aria-hidden="true">{letter}</span>
        </label>
        <TextBox
          bare
          label={t('option', { letter })}
          value={option.text}
          rows={1}
          max={1000}
          onChange={(text) => onPut({ text })}
        />
        <button
          type="button"
          aria-label={t('removeOption', { letter })}
          onClick={onRemove}
          className="min-h-9 rounded-button px-2 text-deed text-small max-md:min-h-11"
        >
          {t('remove')}
        </button>
      </div>
      <div className="pl-12">
        <TextBox
          bare
          label={t('optionExplanation', { letter })}
          value={option.explanation}
          rows={1}
          max={2000}
          onChange={(explanation) => onPut({ explanation })}
        />
      </div>
    </div>
  )
}
