import { Address } from './parts/address.tsx'
import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Lead } from './parts/lead.tsx'
import { Username } from './parts/username.tsx'
import type { ScreenProps } from './props.ts'

export function EnterYourPassword({
  base = '',
  message,
  email = 'new.administrator@example.com',
  tenantName,
}: ScreenProps) {
  return (
    <Card heading="Enter Your Password" tenantName={tenantName}>
      <p className="who">
        <span className="address">
          <Address email={email} />
        </span>
        <Lead base={base} to="edit-email" />
      </p>
      <Form action={`${base}/log-in/password`}>
        <Username email={email} />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          message={message}
        />
        <Button>Continue</Button>
      </Form>
      <p className="aside">
        <Lead base={base} to="forgot-password" />
      </p>
    </Card>
  )
}
