import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function NewLinkSent({ tenantName }: ScreenProps) {
  return (
    <Card heading="Check Your Email" tenantName={tenantName}>
      <p className="lead">
        A new activation link is on its way to the address that was invited. It is valid for two days; earlier
        links no longer work.
      </p>
      <p className="soft">Nothing there? Have a look at your spam folder.</p>
    </Card>
  )
}
