import type { AuditAction } from '../audit.ts'
import { Shell } from './parts/shell.tsx'
import type { AuditRow, ScreenProps } from './props.ts'

const words: Record<AuditAction, string> = {
  'logged-in': 'Logged in',
  'log-in-failed': 'Login failed',
  'logged-out': 'Logged out',
  'account-activated': 'Account activated',
  'password-changed': 'Password changed',
  'access-refused': 'Access refused',
  'user-added': 'User added',
  'invitation-sent': 'Invitation sent',
  'role-changed': 'Role changed',
  'access-changed': 'Temporary access changed',
  'user-removed': 'User removed',
  'settings-changed': 'Settings changed',
  'method-added': 'Second factor added',
  'method-removed': 'Second factor removed',
  'sessions-ended': 'Sessions ended',
  'alert-handled': 'Alert handled',
  'alert-opened': 'Alert opened again',
}

const example: AuditRow[] = [
  {
    n: 2,
    at: Date.UTC(2026, 0, 15, 9, 12),
    actor: 'new.administrator@example.com',
    what: 'user-added',
    about: 'second.person@example.com, Viewer',
  },
  {
    n: 1,
    at: Date.UTC(2026, 0, 15, 9, 3),
    actor: 'new.administrator@example.com',
    what: 'logged-in',
    about: '',
  },
]

const timeOf = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

export function AuditLogs({ base, email, tenantName, message, entries = example }: ScreenProps) {
  return (
    <Shell at="audit-logs" heading="Audit Logs" {...{ base, email, tenantName, message }}>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">Time (UTC)</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">About</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ n, at, actor, what, about }) => (
              <tr key={n}>
                <td data-label="Time">
                  <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>
                </td>
                <td className="address" data-label="Who">
                  {actor}
                </td>
                <th scope="row">{words[what]}</th>
                <td className="address" {...(about ? { 'data-label': 'About' } : {})}>
                  {about}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Shell>
  )
}
