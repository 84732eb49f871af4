import type { SessionRow } from '../props.ts'
import { PressForm } from './form.tsx'
import { timeOf } from './time-of.ts'

interface SessionsProps {
  base: string
  sessions: SessionRow[]
  confirmed: boolean
}

/** Where an account is logged in, and the end of each. */
export function AccountSessions({ base, sessions, confirmed }: SessionsProps) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Last seen</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, startedAt, seenAt, own }) => (
              <tr key={id}>
                <th scope="row" id={`session-${id}`}>
                  {timeOf(startedAt)}
                  {own ? ' (this one)' : ''}
                </th>
                <td data-label="Last seen">{timeOf(seenAt)}</td>
                <td>
                  {confirmed && !own ? (
                    <PressForm
                      action={`${base}/account/end-session`}
                      look="secondary"
                      name="session"
                      value={id}
                      describedBy={`session-${id}`}
                    >
                      End
                    </PressForm>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {confirmed && sessions.length > 1 ? (
        <PressForm action={`${base}/account/end-others`} look="secondary">
          End all other sessions
        </PressForm>
      ) : null}
    </section>
  )
}
