import type { NumberedEvent } from '../../tenant/events.ts'
import { Card } from '../desk/Card.tsx'

type OfKind<K extends NumberedEvent['kind']> = Extract<NumberedEvent, { kind: K }>
type Exchange = OfKind<'request'>
type Token = OfKind<'token'>
type Refusal = OfKind<'refused'>

const onWire = ['request', 'token', 'refused']

const isOnWire = (event: NumberedEvent): event is Exchange | Token | Refusal => onWire.includes(event.kind)

const kindOf = (status: number) => (status >= 400 ? 'bad' : status >= 300 ? 'on' : 'good')

/** Every address of a sandbox begins alike, and those of its directory do. */
const short = (path: string) => path.replace(/^\/(t\/[^/]+|oidc\/[^/]+|[\da-f-]{36})(?=[/~]|$)/, '') || '/'

/** What went over the wire, the newest first. */
export function Wire({ events }: { events: readonly NumberedEvent[] }) {
  const shown = events.filter(isOnWire).reverse()
  return (
    <Card
      kind="wire"
      title="The wire"
      aside={shown.length > 0 ? `${shown.length} ${shown.length === 1 ? 'message' : 'messages'}` : undefined}
    >
      {shown.length === 0 ? <p className="empty">Nothing yet.</p> : null}
      <ol className="wire">
        {shown.map((event) => (
          <li key={event.n} className={isOfProvider(event) ? 'of-provider' : undefined}>
            {event.kind === 'request' ? <Asked {...event} /> : null}
            {event.kind === 'token' ? <Issued {...event} /> : null}
            {event.kind === 'refused' ? <Refused {...event} /> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}

const isOfProvider = (event: Exchange | Token | Refusal) =>
  event.kind !== 'request' || event.at === 'provider'

function Asked({ at, by, method, path, status, location }: Exchange) {
  return (
    <>
      <span className="wire-method">{method}</span>
      <span className="wire-path">
        {at === 'provider' ? (
          <span className="wire-party">{by === 'tenant' ? 'tenant → provider' : 'provider'}</span>
        ) : null}
        {short(path)}
      </span>
      <span className={`wire-status ${kindOf(status)}`}>{status}</span>
      {location ? <span className="wire-to">→ {short(location)}</span> : null}
    </>
  )
}

const tokenNames: Record<string, string> = {
  idtoken: 'ID token',
  logout: 'Logout token',
  userinfo: 'Userinfo',
}

/** A token, taken apart. */
function Issued({ use, header, claims }: Token) {
  return (
    <details className="wire-token">
      <summary>
        <span className="wire-party">provider</span>
        {tokenNames[use] ?? use}
      </summary>
      <pre>{JSON.stringify(header, null, 1)}</pre>
      <pre>{JSON.stringify(claims, null, 1)}</pre>
    </details>
  )
}

/** What the provider refused, with its code. */
function Refused({ code, reason }: Refusal) {
  return (
    <p className="wire-token">
      <span className="wire-party">provider</span>
      <strong className="wire-status bad">{code}</strong> {reason}
    </p>
  )
}
