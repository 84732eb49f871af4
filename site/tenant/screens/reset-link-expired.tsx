import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function ResetLinkExpired({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Link Expired" tenantName={tenantName}>
      <p className="lead">
        A link to choose a new password is valid for one hour, and this one is older. Ask for a new one.
      </p>
      <a className="button primary" href={`${base}/forgot`}>
        Request a new link
      </a>
    </Card>
  )
}
