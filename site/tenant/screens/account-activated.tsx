import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function AccountActivated({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Account Activated" tenantName={tenantName}>
      <p className="lead">
        Your password is set. At your first login you will add a second way to prove who you are.
      </p>
      <a className="button primary" href={`${base}/activate/log-in`}>
        Log in to 1Secure
      </a>
    </Card>
  )
}
