import { Card } from './parts/card.tsx'
import type { ScreenProps } from './props.ts'

export function PasswordChanged({ base = '', tenantName }: ScreenProps) {
  return (
    <Card heading="Password Changed!" tenantName={tenantName}>
      <p className="lead">
        The old password and every session that began with it are worth nothing from now on.
      </p>
      <a className="button primary" href={`${base}/reset/log-in`}>
        Log in to 1Secure
      </a>
    </Card>
  )
}
