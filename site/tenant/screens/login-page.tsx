import { Card } from './parts/card.tsx'
import { PressForm } from './parts/form.tsx'
import type { ScreenProps } from './props.ts'

export function LoginPage({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Netwrix 1Secure" tenantName={tenantName}>
      <p className="lead">
        See who has access to what across your customers, and what has changed since yesterday.
      </p>
      <PressForm action={`${base}/log-in`}>Log In</PressForm>
      <p className="fine">For invited administrators. Your invitation came by mail.</p>
    </Card>
  )
}
