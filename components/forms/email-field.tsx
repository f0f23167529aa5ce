import { Field } from '@/components/ui/field'

type EmailFieldProps = {
  label: string
  /** The address names an account: a password manager fills it in. */
  ofAccount?: boolean
  hint?: string
  fault?: string | undefined
}

/** An address of mail, named `email` in its form. */
export const EmailField = ({ ofAccount = false, ...field }: EmailFieldProps) => (
  <Field
    {...field}
    name="email"
    type="email"
    inputMode="email"
    autoComplete={ofAccount ? 'username' : 'email'}
    required
  />
)
