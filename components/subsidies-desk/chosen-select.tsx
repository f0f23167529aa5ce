import { useState } from 'react'
import { Select } from '@/components/ui/field'

type ChosenSelectProps = {
  label: string
  name: string
  initial: string
  options: readonly { value: string; label: string }[]
}

/** A list in a form that is read as a whole: it remembers by itself what was chosen. */
export function ChosenSelect({ initial, ...select }: ChosenSelectProps) {
  const [value, setValue] = useState(initial)
  return <Select {...select} value={value} onChange={setValue} />
}
