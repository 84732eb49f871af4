import { Field } from './field.tsx'

/** The field for the six digits of an authenticator app. */
export function CodeField({ message }: { message?: string | undefined }) {
  return (
    <Field
      name="code"
      label="Enter one time code"
      type="text"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      className="code"
      message={message}
    />
  )
}
