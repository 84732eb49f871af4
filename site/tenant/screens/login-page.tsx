import { Card } from './parts/card.tsx'
import { PressForm } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import type { ScreenProps } from './props.ts'

export function LoginPage({ base = '', message, tone, leavesProvider, tenantName }: ScreenProps) {
  return (
    <Card heading="Netwrix 1Secure" tenantName={tenantName}>
      {message ? <Message tone={tone ?? 'wrong'}>{message}</Message> : null}
      <p className="lead">
        See who has access to what across your customers, and what has changed since yesterday.
      </p>
      <PressForm action={`${base}/log-in`}>Log In</PressForm>
      {leavesProvider ? (
        <PressForm action={`${base}/log-out/provider`} look="quiet">
          Log out at your provider too
        </PressForm>
      ) : null}
      <p className="soft">For invited administrators. Your invitation came by mail.</p>
    </Card>
  )
}
