import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function AccountBlocked({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Account Blocked" tenantName={tenantName}>
      <p className="lead">There were too many wrong attempts in a row. Wait half an hour, then try again.</p>
      <a className="button secondary" href={`${base}/log-in`}>
        Back to log in
      </a>
    </Card>
  )
}
