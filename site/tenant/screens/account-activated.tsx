import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function AccountActivated({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Account Activated" tenantName={tenantName}>
      <p className="lead">
        Your password is set. At your first login you will add a second way to prove who you are.
      </p>
      <Lead base={base} to="log-in" className="button primary" />
    </Card>
  )
}
