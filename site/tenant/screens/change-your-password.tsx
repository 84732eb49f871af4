import { Address } from './parts/address.tsx'
import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Username } from './parts/username.tsx'
import type { ScreenProps } from './props.ts'

/** Shown before the first try, not after the refusal. */
const passwordRules = (
  <>
    <p>A good password</p>
    <ul>
      <li>is twelve characters or longer: a few words with blanks will do</li>
      <li>isn’t one of the well-known ones</li>
      <li>leaves out your name, your company and the product</li>
    </ul>
  </>
)

export function ChangeYourPassword({
  base = '',
  action = '/activate',
  message,
  at,
  email,
  tenantName,
}: ScreenProps) {
  const second = at === 'again'
  return (
    <Card heading="Change Your Password" tenantName={tenantName}>
      <p className="lead">Choose the password that you will log in with.</p>
      {email ? (
        <p className="who">
          <span className="address">
            <Address email={email} />
          </span>
        </p>
      ) : null}
      <Form action={`${base}${action}`}>
        {email ? <Username email={email} /> : null}
        <Field
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          maxLength={1024}
          message={second ? undefined : message}
          hint={passwordRules}
        />
        <Field
          name="again"
          label="Re-enter new password"
          type="password"
          autoComplete="new-password"
          maxLength={1024}
          message={second ? message : undefined}
        />
        <Button>Reset Password</Button>
      </Form>
    </Card>
  )
}
