import { useId } from 'react'

type SwitchRowProps = { label: string; note: string; checked: boolean; onChange: (checked: boolean) => void }

export function SwitchRow({ label, note, checked, onChange }: SwitchRowProps) {
  const id = useId()
  return (
    <label className="flex items-center gap-4 border-rule border-b py-3">
      <span className="flex-1">
        {label}
        <span id={id} className="block text-ink-3 text-meta">
          {note}
        </span>
      </span>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-6 shrink-0 accent-deed"
      />
    </label>
  )
}
