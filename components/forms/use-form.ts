import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/components/http'

/** Field by field, the code of what is wrong with it. */
export type Faults = Record<string, string | undefined>

type FormUse<T> = {
  send: (fields: Record<string, string>) => Promise<T>
  onDone: (result: T) => void | Promise<void>
  /** What can be seen to be wrong without asking. */
  check?: (fields: Record<string, string>) => Faults
  /** A refusal that is about a field, though the server does not say so: its code, and the field. */
  about?: Record<string, string>
}

const fieldsOf = (form: HTMLFormElement) =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

function faultsOf(error: unknown, about: Record<string, string>): Faults {
  if (!(error instanceof ApiError)) return {}
  const field = about[error.code]
  if (field) return { [field]: error.code }
  return Object.fromEntries(error.fields.map(({ path, code }) => [path.split('.').at(-1) ?? path, code]))
}

/**
 * A form that is sent once however often it is pressed, keeps what was typed when it fails, names what is wrong at the
 * fields, and brings the focus to the first of them.
 */
export function useForm<T>({ send, onDone, check, about = {} }: FormUse<T>) {
  const form = useRef<HTMLFormElement>(null)
  const sending = useRef(false)
  const [pending, setPending] = useState(false)
  const [faults, setFaults] = useState<Faults>({})
  const [error, setError] = useState<Error | null>(null)
  // A new object each time, so that the same fault again brings the focus back again.
  useEffect(() => {
    if (Object.keys(faults).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  const fail = (reason: unknown) => {
    const found = faultsOf(reason, about)
    setFaults(found)
    const hasField = (name: string) => Object.values(about).includes(name) || form.current?.elements.namedItem(name)
    if (!Object.keys(found).some(hasField)) setError(reason instanceof Error ? reason : new Error(String(reason)))
  }
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (sending.current) return
    const fields = fieldsOf(event.currentTarget)
    const seen = Object.fromEntries(Object.entries(check?.(fields) ?? {}).filter(([, code]) => code))
    setError(null)
    setFaults(seen)
    if (Object.keys(seen).length > 0) return
    sending.current = true
    setPending(true)
    try {
      await onDone(await send(fields))
    } catch (reason) {
      fail(reason)
    } finally {
      sending.current = false
      setPending(false)
    }
  }
  return { form, submit: (event: FormEvent<HTMLFormElement>) => void submit(event), pending, faults, error, setFaults }
}
