import { Card } from './parts/card.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
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
        {/* Password managers look for the address beside the password. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
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
