import { Card } from './parts/card.tsx'
import { PressForm } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import type { ScreenProps } from './props.ts'

export function LinkExpired({ base = '', message, tenantName }: ScreenProps) {
  return (
    <Card heading="Link Expired" tenantName={tenantName}>
      <p className="lead">
        An activation link is valid for two days, and this one is older. A new one comes by mail.
      </p>
      {message ? <Message>{message}</Message> : null}
      <PressForm action={`${base}/activate/new-link`}>Request a new activation link</PressForm>
    </Card>
  )
}
