import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function EmailAddress({ base = '', message, email, way, tenantName }: ScreenProps) {
  return (
    <Card heading="Welcome" tenantName={tenantName}>
      <p className="lead">
        {way === 'password'
          ? 'For the Administrator who keeps 1Secure Authentication: password and second factor.'
          : 'Log in to go on to Netwrix 1Secure.'}
      </p>
      <Form action={`${base}/log-in/email`}>
        {way === 'password' ? <input type="hidden" name="way" value="password" /> : null}
        <Field
          name="email"
          label="Email address"
          type="email"
          inputMode="email"
          autoComplete="username"
          maxLength={254}
          value={email}
          message={message}
        />
        <Button>Continue</Button>
      </Form>
      {way === 'provider' ? <Lead base={base} to="emergency-access" className="button quiet" /> : null}
    </Card>
  )
}
