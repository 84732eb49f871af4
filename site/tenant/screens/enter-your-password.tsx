import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
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
        <span className="address">{email}</span>
        <a href={`${base}/log-in/edit`}>Edit</a>
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
        <a href={`${base}/log-in/forgot`}>Forgot password</a>
      </p>
    </Card>
  )
}
