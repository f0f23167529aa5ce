import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { Button } from './button'

const look = 'min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-small md:min-h-9'

type FiltersProps = {
  label: string
  /** Where the list is; what is chosen stands in its address. */
  action: string
  submit: string
  children: ReactNode
}

/** What of a list is shown: a plain form, so that the address tells it, and works before the scripts are awake. */
export const Filters = ({ label, action, submit, children }: FiltersProps) => (
  <search aria-label={label}>
    <form action={action} className="flex flex-wrap items-end gap-x-4 gap-y-3 py-4">
      {children}
      <Button type="submit" look="outlined" className="md:min-h-9 md:text-small">
        {submit}
      </Button>
    </form>
  </search>
)

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & { label: string }

export function FilterInput({ label, ...input }: InputProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 flex-1 basis-36 gap-0.5 md:max-w-72">
      <label htmlFor={id} className="text-ink-3 text-meta">
        {label}
      </label>
      <input {...input} id={id} className={look} />
    </div>
  )
}

type SelectProps = {
  label: string
  name: string
  value: string | undefined
  /** What stands for no choice. */
  all: string
  options: readonly { value: string; label: string }[]
}

export function FilterSelect({ label, name, value, all, options }: SelectProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 flex-1 basis-36 gap-0.5 md:max-w-72">
      <label htmlFor={id} className="text-ink-3 text-meta">
        {label}
      </label>
      <select id={id} name={name} defaultValue={value ?? ''} className={look}>
        <option value="">{all}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  )
}
