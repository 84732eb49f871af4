import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import type { ScreenProps } from './props.ts'

export function EmailAddress({ base = '', message, email, tenantName }: ScreenProps) {
  return (
    <Card heading="Welcome" tenantName={tenantName}>
      <p className="lead">Log in to go on to Netwrix 1Secure.</p>
      <Form action={`${base}/log-in/email`}>
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
    </Card>
  )
}
