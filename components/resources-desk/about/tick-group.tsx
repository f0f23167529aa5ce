import { useId } from 'react'
import { boxName } from './resource-body'

type TickGroupProps = {
  /** Of the group; each box has it in its own name. */
  name: 'levels' | 'subjects'
  legend: string
  options: readonly { value: string; label: string }[]
  ticked: readonly string[]
  fault: string | undefined
}

/** Boxes of which at least one is ticked. What is wrong is said below them, and read with each. */
export function TickGroup({ name, legend, options, ticked, fault }: TickGroupProps) {
  const id = useId()
  return (
    <fieldset name={name} className="min-w-0">
      <legend className="text-ink-2 text-small">{legend}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-4">
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3 text-small">
            <input
              type="checkbox"
              name={boxName(name, value)}
              value="1"
              defaultChecked={ticked.includes(value)}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? id : undefined}
              className="size-6 shrink-0 accent-deed"
            />
            {label}
          </label>
        ))}
      </div>
      {fault && (
        <p id={id} className="text-part text-small">
          {fault}
        </p>
      )}
    </fieldset>
  )
}
