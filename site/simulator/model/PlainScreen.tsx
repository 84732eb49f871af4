import { useId } from 'react'
import type { Field, Screen } from '../../../machines/model/screen.ts'
import type { Seen } from './seen.ts'

interface Props extends Screen {
  seen: Seen
  qr?: string | undefined
  secret?: string | undefined
}

/** In groups of four, as one reads it aloud. */
const grouped = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')

/** A screen as the model describes it, for products without screens here. */
export function PlainScreen({ heading, fields = [], buttons = [], links = [], seen, qr, secret }: Props) {
  const { message, tone, rows } = seen
  const values = Object.entries(seen.values)
  return (
    <div className="plain">
      <h1>{heading}</h1>
      {message ? (
        <p className={`message ${tone}`} role="alert">
          {message}
        </p>
      ) : null}
      {qr ? <img className="qr" src={qr} alt="QR code" width="196" height="196" /> : null}
      {secret ? (
        <p className="key">
          No camera? Type this key into your app: <code translate="no">{grouped(secret)}</code>
        </p>
      ) : null}
      {values.length > 0 ? (
        <dl>
          {values.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {rows.length > 0 ? (
        <ul>
          {rows.map(({ name, says }) => (
            <li key={name}>
              <span>{name}</span> <strong>{says}</strong>
            </li>
          ))}
        </ul>
      ) : null}
      {fields.length + buttons.length > 0 ? (
        <form noValidate>
          {fields.map((field) => (
            <PlainField key={field.label} {...field} />
          ))}
          {buttons.length > 0 ? (
            <p className="buttons">
              {buttons.map((button, index) => (
                <button key={button} type="submit" className={index === 0 ? 'primary' : 'secondary'}>
                  {button}
                </button>
              ))}
            </p>
          ) : null}
        </form>
      ) : null}
      {links.length > 0 ? (
        <p className="links">
          {links.map((link) => (
            <a key={link} href={`#${link}`}>
              {link}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  )
}

/** The attributes that tell a browser what a field holds. */
function inputOf(holds: string) {
  if (holds.endsWith('password')) return { type: 'password' }
  if (holds === 'one-time-code') return { type: 'text', inputMode: 'numeric' } as const
  if (holds === 'email') return { type: 'email' }
  if (holds === 'url') return { type: 'url' }
  return { type: 'text' }
}

function PlainField({ label, holds, options, value }: Field) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {options ? (
        <select id={id} defaultValue={value}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input id={id} {...inputOf(holds)} defaultValue={value} autoComplete="off" />
      )}
    </div>
  )
}
