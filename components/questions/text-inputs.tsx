import { useTranslations } from 'next-intl'

const field =
  'w-full rounded-button border-[1.5px] border-edge bg-paper px-3 text-body disabled:bg-sunk disabled:text-ink'

type TextProps = { values: readonly string[]; onChange?: (values: string[]) => void }

/** One input for each blank of a fill question, in its order. */
export function BlankInputs({ values, count, onChange }: TextProps & { count: number }) {
  const t = useTranslations('question')
  const blanks = Array.from({ length: count }, (_, index) => ({ number: index + 1, value: values[index] ?? '' }))
  const write = (number: number, text: string) =>
    onChange?.(blanks.map((blank) => (blank.number === number ? text : blank.value)))
  return (
    <div className="grid gap-3">
      {blanks.map(({ number, value }) => (
        <label key={number} className="grid grid-cols-[auto_1fr] items-center gap-3 text-ink-2 text-small">
          {t('blank', { number })}
          <input
            value={value}
            maxLength={500}
            autoComplete="off"
            disabled={!onChange}
            onChange={(event) => write(number, event.target.value)}
            className={`${field} h-12`}
          />
        </label>
      ))}
    </div>
  )
}

export function NumberInput({ values, onChange }: TextProps) {
  const t = useTranslations('question')
  return (
    <label className="grid grid-cols-[auto_1fr] items-center gap-3 text-ink-2 text-small">
      {t('number')}
      <input
        value={values[0] ?? ''}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        disabled={!onChange}
        onChange={(event) => onChange?.([event.target.value])}
        className={`${field} h-12 max-w-48`}
      />
    </label>
  )
}

/** The text grows with what is written. Every sign is kept on this device at once. */
export function EssayInput({ value, onChange }: { value: string; onChange?: (text: string) => void }) {
  const t = useTranslations('question')
  return (
    <label className="grid gap-1 text-ink-2 text-small">
      {t('essay')}
      <textarea
        value={value}
        rows={8}
        maxLength={20_000}
        disabled={!onChange}
        onChange={(event) => onChange?.(event.target.value)}
        placeholder={t('essayHint')}
        className={`${field} field-sizing-content min-h-52 py-2 placeholder:text-ink-3`}
      />
      <span className="text-ink-3 text-meta">{t('essayCount', { count: [...value.replace(/\s/g, '')].length })}</span>
    </label>
  )
}
