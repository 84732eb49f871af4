import { Card } from './parts/card.tsx'
import { KeyPanel } from './parts/key-panel.tsx'
import type { ScreenProps } from './props.ts'

export function VerifyWithSecurityKey({ base = '', message, tenantName }: ScreenProps) {
  return (
    <Card heading="Verify Your Identity" tenantName={tenantName}>
      <p className="lead">Have your security key at hand. When the browser asks for it, touch it.</p>
      <KeyPanel action={`${base}/log-in/verify-key`} purpose="authenticate" message={message} />
    </Card>
  )
}
