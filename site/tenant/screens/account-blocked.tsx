import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

export function AccountBlocked({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Account Blocked" tenantName={tenantName}>
      <p className="lead">There were too many wrong attempts in a row. Wait half an hour, then try again.</p>
      <Lead base={base} to="back-to-log-in" className="button secondary" />
    </Card>
  )
}
