import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function InvalidLink({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Invalid Link" tenantName={tenantName}>
      <p className="lead">
        This link was used before, or a newer one has taken its place. If your account is active, log in.
      </p>
      <Lead base={base} to="log-in" className="button primary" />
    </Card>
  )
}
