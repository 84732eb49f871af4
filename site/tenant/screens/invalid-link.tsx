import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function InvalidLink({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Invalid Link" tenantName={tenantName}>
      <p className="lead">
        This link was used before, or a newer one has taken its place. If your account is active, log in.
      </p>
      <a className="button primary" href={`${base}/activate/log-in`}>
        Log in to 1Secure
      </a>
    </Card>
  )
}
