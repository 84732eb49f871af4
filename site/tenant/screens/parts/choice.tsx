import { useContext } from 'react'
import { Message } from './message.tsx'
import { TakesFocus } from './takes-focus.ts'

interface ChoiceProps {
  name: string
  label: string
  options: readonly string[]
  value?: string | undefined
  /** Shown at the list, which then is marked as wrong and has the focus. */
  message?: string | undefined
}

/** A labelled list of which one is chosen. */
export function Choice({ name, label, options, value, message }: ChoiceProps) {
  const autoFocus = useContext(TakesFocus)
  const wrong = message ? { 'aria-invalid': true, 'aria-describedby': `${name}-message`, autoFocus } : {}
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value} {...wrong}>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
      {message ? <Message id={`${name}-message`}>{message}</Message> : null}
    </div>
  )
}
