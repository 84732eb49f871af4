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

const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`

interface MethodProps {
  base: string
  method: MethodRow
  removable: boolean
}

function Method({ base, method: { id, name, addedAt }, removable }: MethodProps) {
  return (
    <tr>
      <th scope="row" id={`method-${id}`}>
        {name}
      </th>
      <td data-label="Added">{addedAt ? time(addedAt) : '–'}</td>
      <td>
        {removable ? (
          <PressForm
            action={`${base}/account/remove`}
            look="secondary"
            name="method"
            value={id}
            describedBy={`method-${id}`}
          >
            Remove
          </PressForm>
        ) : null}
      </td>
    </tr>
  )
}

function Confirm({ base }: { base: string }) {
  return (
    <section className="panel" aria-labelledby="confirm">
      <h2 id="confirm">Confirm that it’s you</h2>
      <p>
        To add or remove a method, or to end other sessions, log in once more. After that you have five
        minutes.
      </p>
      <PressForm action={`${base}/account/confirm`}>Confirm</PressForm>
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
}: ScreenProps) {
  const several = methods.length > 1
  return (
    <Shell at="account" heading="Your account" {...{ base, email, tenantName, message, tone }}>
      {confirmed ? null : <Confirm base={base} />}
      <section aria-labelledby="methods">
        <h2 id="methods">How you prove that it’s you</h2>
        <div className="list">
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Added</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {methods.map((method) => (
                <Method key={method.id} base={base} method={method} removable={confirmed && several} />
              ))}
            </tbody>
          </table>
        </div>
        <p className="fine">
          One method always stays. A new authenticator app takes the place of the old one.
        </p>
        {confirmed ? <PressForm action={`${base}/account/add`}>Add a method</PressForm> : null}
      </section>
      <section aria-labelledby="password">
        <h2 id="password">Password</h2>
        <p>
          <a href={`${base}/account/password`}>Change password</a>
        </p>
      </section>
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
                    {time(startedAt)}
                    {own ? ' (this one)' : ''}
                  </th>
                  <td data-label="Last seen">{time(seenAt)}</td>
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
    </Shell>
  )
}
