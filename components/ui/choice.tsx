import { useId } from 'react'

type ChoiceProps<V extends string> = {
  label: string
  value: V | ''
  options: readonly { value: V | ''; label: string }[]
  onChange: (value: V | '') => void
}

/** One of a few, from a list that the system draws. */
export function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3">
      <label htmlFor={id} className="min-w-0 flex-1 basis-32">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value as V | '')}
        className="min-h-11 max-w-full rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
