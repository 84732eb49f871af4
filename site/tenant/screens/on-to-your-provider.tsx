import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

/** Seen for a moment only: the browser continues to the provider. */
export function OnToYourProvider({
  base = '',
  tenantName,
  provider = 'login.example.com',
  providerUrl = 'https://login.example.com',
}: ScreenProps) {
  return (
    <Card heading="On to Your Provider" tenantName={tenantName}>
      <p className="lead">{`You go on at ${provider}, where your organization logs in.`}</p>
      <a className="button primary" href={providerUrl}>
        Go on
      </a>
      <Lead base={base} to="back-to-log-in" className="button quiet" />
    </Card>
  )
}
