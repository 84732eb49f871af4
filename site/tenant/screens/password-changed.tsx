import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function PasswordChanged({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Password Changed!" tenantName={tenantName}>
      <p className="lead">
        The old password no longer works, and every session that began with it has ended.
      </p>
      <Lead base={base} to="log-in" className="button primary" />
    </Card>
  )
}
