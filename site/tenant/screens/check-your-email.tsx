import { Address } from './parts/address.tsx'
import { Card } from './parts/card.tsx'
import { PressForm } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import type { ScreenProps } from './props.ts'

export function CheckYourEmail({
  base = '',
  message,
  email = 'new.administrator@example.com',
  tenantName,
}: ScreenProps) {
  return (
    <Card heading="Check Your Email" tenantName={tenantName}>
      <p className="lead">
        If an active account belongs to this address, a link to choose a new password is on its way. It is
        valid for one hour.
      </p>
      <p className="who">
        <span className="address">
          <Address email={email} />
        </span>
      </p>
      {message ? <Message>{message}</Message> : null}
      <PressForm action={`${base}/forgot/resend`} look="secondary">
        Resend email
      </PressForm>
      <p className="soft">
        Nothing there? Have a look at your spam folder. The newest mail is the one that counts.
      </p>
    </Card>
  )
}
