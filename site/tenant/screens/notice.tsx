import { Card } from './parts/card.tsx'
import { Lead } from './parts/lead.tsx'
import type { ScreenProps } from './props.ts'

/** Something that can't be done, in words: a page that doesn't exist, a malformed request. */
export function Notice({ base = '', message = 'There is nothing here.', tenantName }: ScreenProps) {
  return (
    <Card heading="That Didn’t Work" tenantName={tenantName}>
      <p className="lead">{message}</p>
      {base ? <Lead base={base} to="back-to-log-in" className="button secondary" /> : null}
    </Card>
  )
}
