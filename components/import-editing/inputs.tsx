import { type ReactNode, useId } from 'react'

const look = 'w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-2.5 text-small'

type LabelledProps = { label: string; bare?: boolean; children: (id: string) => ReactNode }

function Labelled({ label, bare = false, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className={bare ? 'sr-only' : 'text-ink-3 text-meta'}>
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type TextProps = {
  label: string
  value: string
  onChange: (value: string) => void
  rows?: number
  max?: number
  /** In a row that tells what it is: the label is the placeholder. */
  bare?: boolean
}

/** Text of several lines, which grows with what is written. Markdown, as everywhere in a question. */
export const TextBox = ({ label, value, onChange, rows = 2, max = 20_000, bare = false }: TextProps) => (
  <Labelled label={label} bare={bare}>
    {(id) => (
      <textarea
        id={id}
        value={value}
        rows={rows}
        maxLength={max}
        placeholder={bare ? label : undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`${look} placeholder:text-ink-3 field-sizing-content max-h-[40dvh] py-1.5`}
      />
    )}
  </Labelled>
)

type LineProps = Omit<TextProps, 'rows' | 'bare'> & { inputMode?: 'decimal' | 'text' }

export const Line = ({ label, value, onChange, max = 500, inputMode = 'text' }: LineProps) => (
  <Labelled label={label}>
    {(id) => (
      <input
        id={id}
        value={value}
        maxLength={max}
        inputMode={inputMode}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        className={`${look} min-h-11 md:min-h-9`}
      />
    )}
  </Labelled>
)

type SelectProps = {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
}

export const Select = ({ label, value, onChange, options }: SelectProps) => (
  <Labelled label={label}>
    {(id) => (
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${look} min-h-11 md:min-h-9`}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    )}
  </Labelled>
)
