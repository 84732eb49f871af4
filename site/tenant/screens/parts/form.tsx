import { type ReactNode, useContext } from 'react'
import { FORM_TOKEN, FormToken } from './form-token.ts'

interface FormProps {
  action: string
  children: ReactNode
  className?: string
}

/** A form that the server judges: the browser's own bubbles would keep its messages away. */
export function Form({ action, children, className }: FormProps) {
  const token = useContext(FormToken)
  return (
    <form method="post" action={action} noValidate className={className}>
      {token ? <input type="hidden" name={FORM_TOKEN} value={token} /> : null}
      {children}
    </form>
  )
}

interface ButtonProps {
  children: string
  look?: 'primary' | 'secondary' | 'quiet'
  name?: string
  value?: string
  /** The address that this button sends the form to, instead of the form's. */
  formAction?: string
  /** Id of what tells buttons of the same name apart. */
  describedBy?: string
}

export function Button({ children, look = 'primary', describedBy, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={`button ${look}`} aria-describedby={describedBy} {...rest}>
      {children}
    </button>
  )
}

/** A form that is nothing but its button. */
export function PressForm({ action, ...button }: ButtonProps & { action: string }) {
  return (
    <Form action={action} className="press">
      <Button {...button} />
    </Form>
  )
}
