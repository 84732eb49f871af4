import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

/** Seen for a moment only: the browser goes on by itself. */
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
      <a className="button quiet" href={`${base}/log-in`}>
        Back to log in
      </a>
    </Card>
  )
}
