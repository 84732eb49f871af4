import { Card } from './parts/card.tsx'
import { KeyPanel } from './parts/key-panel.tsx'
import type { ScreenProps } from './props.ts'

export function AddingYourSecurityKey({ base = '', message, tenantName }: ScreenProps) {
  return (
    <Card heading="Adding Your Security Key" tenantName={tenantName}>
      <p className="lead">Have your key at hand. When the browser asks for it, plug it in and touch it.</p>
      <KeyPanel action={`${base}/log-in/key`} purpose="register" message={message} />
    </Card>
  )
}
