import { Field } from './parts/field.tsx'
import { Button, Form } from './parts/form.tsx'
import { Lead } from './parts/lead.tsx'
import { Shell } from './parts/shell.tsx'
import { Username } from './parts/username.tsx'
import type { ScreenProps } from './props.ts'

const fields = [
  { name: 'current', label: 'Current password', autoComplete: 'current-password' },
  { name: 'password', label: 'New password', autoComplete: 'new-password' },
  { name: 'again', label: 'Re-enter new password', autoComplete: 'new-password' },
]

export function ChangePassword({
  base = '',
  email = 'new.administrator@example.com',
  tenantName,
  message,
  at = 'password',
}: ScreenProps) {
  return (
    <Shell at="account" heading="Change password" {...{ base, email, tenantName }}>
      <div className="panel">
        <p>
          Your other sessions end with the old password, and every device is asked for your second factor
          again.
        </p>
        <Form action={`${base}/account/password`}>
          <Username email={email} />
          {fields.map((field) => (
            <Field
              key={field.name}
              {...field}
              type="password"
              maxLength={1024}
              message={at === field.name ? message : undefined}
            />
          ))}
          <Button>Change password</Button>
        </Form>
        <p>
          <Lead base={base} to="back-to-account" />
        </p>
      </div>
    </Shell>
  )
}
