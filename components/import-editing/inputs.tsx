import { type ReactNode, useId } from 'react'

const look = 'w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-2.5 text-small'

type LabelledProps = { label: string; children: (id: string) => ReactNode }

function Labelled({ label, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-0.5">
      <label htmlFor={id} className="text-ink-3 text-meta">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

type TextProps = { label: string; value: string; onChange: (value: string) => void; rows?: number; max?: number }

/** Text of several lines, which grows with what is written. Markdown, as everywhere in a question. */
export const TextBox = ({ label, value, onChange, rows = 2, max = 20_000 }: TextProps) => (
  <Labelled label={label}>
    {(id) => (
      <textarea
        id={id}
        value={value}
        rows={rows}
        maxLength={max}
        onChange={(event) => onChange(event.target.value)}
        className={`${look} field-sizing-content max-h-[40dvh] py-1.5`}
      />
    )}
  </Labelled>
)

type LineProps = Omit<TextProps, 'rows'> & { inputMode?: 'decimal' | 'text' }

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
