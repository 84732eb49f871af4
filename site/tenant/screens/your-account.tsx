import { AccountMethods } from './parts/account-methods.tsx'
import { AccountSessions } from './parts/account-sessions.tsx'
import { PressForm } from './parts/form.tsx'
import { Shell } from './parts/shell.tsx'
import type { MethodRow, ScreenProps, SessionRow } from './props.ts'

const exampleMethods: MethodRow[] = [
  { id: 'authenticator-app', name: 'Authenticator app' },
  { id: 'example', name: 'Key on my key ring', addedAt: Date.UTC(2026, 0, 15, 9) },
]

const exampleSessions: SessionRow[] = [
  { id: '1', startedAt: Date.UTC(2026, 0, 15, 9), seenAt: Date.UTC(2026, 0, 15, 9, 20), own: true },
  { id: '2', startedAt: Date.UTC(2026, 0, 14, 16), seenAt: Date.UTC(2026, 0, 14, 16, 45), own: false },
]

function Confirm({ base, byProvider }: { base: string; byProvider: boolean }) {
  return (
    <section className="panel" aria-labelledby="confirm">
      <h2 id="confirm">Confirm that it’s you</h2>
      <p>
        {byProvider
          ? 'To end other sessions, sign in at your provider once more.'
          : 'To add or remove a method, or to end other sessions, log in once more.'}{' '}
        After that you have five minutes.
      </p>
      <PressForm action={`${base}/account/confirm`}>Confirm</PressForm>
    </section>
  )
}

function ByProvider() {
  return (
    <section aria-labelledby="methods">
      <h2 id="methods">How you prove that it’s you</h2>
      <p>Your organization’s provider asks you. Password and second factor are changed there.</p>
    </section>
  )
}

export function YourAccount({
  base = '',
  email,
  tenantName,
  message,
  tone,
  methods = exampleMethods,
  sessions = exampleSessions,
  confirmed = true,
  byProvider = false,
}: ScreenProps) {
  return (
    <Shell at="account" heading="Your account" {...{ base, email, tenantName, message, tone }}>
      {confirmed ? null : <Confirm {...{ base, byProvider }} />}
      {byProvider ? <ByProvider /> : <AccountMethods {...{ base, methods, confirmed }} />}
      <AccountSessions {...{ base, sessions, confirmed }} />
    </Shell>
  )
}
