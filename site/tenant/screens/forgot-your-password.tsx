import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function ForgotYourPassword({ base = '', message, email, tenantName }: ScreenProps) {
  return (
    <Card heading="Forgot Your Password?" tenantName={tenantName}>
      <p className="lead">Enter your address. A link to choose a new password comes by mail.</p>
      <Form action={`${base}/forgot`}>
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
      <p className="aside">
        <Lead base={base} to="back-to-email" />
      </p>
    </Card>
  )
}
