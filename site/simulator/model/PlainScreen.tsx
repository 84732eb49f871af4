import { useId } from 'react'
import type { Field, Screen } from '../../../machines/screens.ts'

interface Props extends Screen {
  message?: string
}

/** A screen as the model describes it, for those that are not the tenant's own: the provider's, the admin center's. */
export function PlainScreen({ heading, fields = [], buttons = [], links = [], also, message }: Props) {
  return (
    <div className="stage">
      <main className="card">
        <h1>{heading}</h1>
        {message ? (
          <p className="message wrong" role="alert">
            {message}
          </p>
        ) : null}
        {also ? <p className="lead">Here stands {also}.</p> : null}
        <form noValidate>
          {fields.map((field) => (
            <PlainField key={field.label} {...field} />
          ))}
          {buttons.map((button, index) => (
            <button key={button} type="submit" className={index === 0 ? 'primary' : 'secondary'}>
              {button}
            </button>
          ))}
        </form>
        {links.map((link) => (
          <p key={link}>
            <a href={`#${link}`}>{link}</a>
          </p>
        ))}
      </main>
    </div>
  )
}

function PlainField({ label, type, options, value }: Field) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {type === 'select' ? (
        <select id={id} defaultValue={value}>
          {options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input id={id} type={type === 'code' ? 'text' : type} autoComplete="off" />
      )}
    </div>
  )
}
