import { Card } from './parts/card.tsx'
import { Form, PressForm } from './parts/form.tsx'
import type { ScreenProps } from './props.ts'

function Phone() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect x="6.5" y="2.5" width="11" height="19" rx="2.5" />
      <path d="M10.5 18.5h3M9.5 8h.01M12 8h.01M14.5 8h.01M9.5 11.5h.01M12 11.5h.01M14.5 11.5h.01" />
    </svg>
  )
}

function Key() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="4.5" />
      <path d="m11.3 11.3 9.2 9.2M17 17l2-2M14 14l1.6-1.6" />
    </svg>
  )
}

/** The second factors to choose from. */
export const factors = [
  {
    value: 'authenticator-app',
    label: 'Google Authenticator or Similar',
    about: 'A code from an app',
    icon: Phone,
  },
  { value: 'security-key', label: 'Security Key', about: 'A key that you plug in or touch', icon: Key },
] as const

export function KeepYourAccountSafe({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Keep Your Account Safe" tenantName={tenantName}>
      <p className="lead">
        A password alone can be stolen. Choose a second way to prove that it is you; it is asked for at every
        login.
      </p>
      <Form action={`${base}/log-in/method`} className="methods">
        {factors.map(({ value, label, about, icon: Icon }) => (
          <div key={value} className="method">
            <Icon />
            <button type="submit" name="method" value={value} aria-describedby={`${value}-about`}>
              {label}
            </button>
            <p className="soft" id={`${value}-about`}>
              {about}
            </p>
          </div>
        ))}
      </Form>
      <PressForm action={`${base}/log-in/back`} look="quiet">
        Go back
      </PressForm>
    </Card>
  )
}
