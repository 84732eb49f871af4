import { type InputHTMLAttributes, type ReactNode, useContext } from 'react'
import { Message } from './message.tsx'
import { TakesFocus } from './takes-focus.ts'

interface FieldProps {
  name: string
  label: string
  type: 'text' | 'email' | 'password' | 'url' | 'date'
  autoComplete: string
  /** Shown at the field; the field is then marked as wrong and has the focus. */
  message?: string
  value?: string
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  maxLength?: number
  /** What helps to fill it in. */
  hint?: ReactNode
  className?: string
  /** May stay empty. */
  optional?: boolean
}

/**
 * A labelled field. A person who learns that something is wrong starts at the field that it concerns (WCAG 2.2, 3.3.1).
 */
export function Field({ name, label, message, value, hint, className, optional, ...input }: FieldProps) {
  const takesFocus = useContext(TakesFocus)
  const described = [hint ? `${name}-hint` : '', message ? `${name}-message` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        className={className}
        defaultValue={value}
        spellCheck={false}
        autoCapitalize="none"
        aria-required={optional ? undefined : true}
        aria-invalid={message ? true : undefined}
        aria-describedby={described || undefined}
        {...(message && takesFocus ? { autoFocus: true } : {})}
        {...input}
      />
      {message ? <Message id={`${name}-message`}>{message}</Message> : null}
      {hint ? (
        <div id={`${name}-hint`} className="hint">
          {hint}
        </div>
      ) : null}
    </div>
  )
}
