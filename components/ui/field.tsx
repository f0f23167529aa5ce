import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react'

const inputLook =
  'min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-body aria-invalid:border-part'

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & {
  label: string
  /** Beside the label, for what may be left empty. */
  note?: string | undefined
  hint?: string | undefined
  /** What is wrong, in words. */
  fault?: string | undefined
  /** Stands in the field's right corner. */
  children?: ReactNode
}

type BelowProps = { id: string } & Pick<FieldProps, 'hint' | 'fault'>

const describedBy = ({ id, hint, fault }: BelowProps) =>
  [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined

function Below({ id, hint, fault }: BelowProps) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-3 text-meta">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="text-part text-small">
          {fault}
        </p>
      )}
    </>
  )
}

/** A labelled line to type on. What is wrong is said below it, and read with it. */
export function Field({ label, note, hint, fault, children, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
        {note && <span className="pl-2 text-ink-3 text-meta">{note}</span>}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy({ id, hint, fault })}
          className={`${inputLook} ${children ? 'pr-16' : ''}`}
        />
        {children}
      </div>
      <Below id={id} hint={hint} fault={fault} />
    </div>
  )
}

type TextBoxProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> &
  Pick<FieldProps, 'label' | 'hint' | 'fault'>

/** A labelled field for more than a line; it grows with what is written. */
export function TextBox({ label, hint, fault, ...area }: TextBoxProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy({ id, hint, fault })}
        className={`${inputLook} field-sizing-content max-h-96 py-2`}
      />
      <Below id={id} hint={hint} fault={fault} />
    </div>
  )
}

type TickProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'type'> & {
  children: ReactNode
  fault?: string | undefined
}

/** A box to tick, with its words beside it. */
export function Tick({ children, fault, ...input }: TickProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label className="flex min-h-11 items-center gap-3 text-small">
        <input
          {...input}
          type="checkbox"
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? id : undefined}
          className="size-6 shrink-0 accent-deed"
        />
        <span>{children}</span>
      </label>
      {fault && (
        <p id={id} className="text-part text-small">
          {fault}
        </p>
      )}
    </div>
  )
}

type SelectProps = {
  label: string
  /** Where it stands in a form that is read as a whole. */
  name?: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** One of a few, from a list that the system draws, below its name. */
export function Select({ label, name, value, options, onChange }: SelectProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-ink-2 text-small">
        {label}
      </label>
      <select
        id={id}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full min-w-0 rounded-button border-[1.5px] border-edge bg-paper px-3 text-small"
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
