import type { NumberedEvent } from '../../tenant/events.ts'
import { Card } from '../desk/Card.tsx'

type Exchange = Extract<NumberedEvent, { kind: 'request' }>

const kindOf = (status: number) => (status >= 400 ? 'bad' : status >= 300 ? 'on' : 'good')

/** Every address of a sandbox begins alike. */
const short = (path: string) => path.replace(/^\/t\/[^/]+(?=\/|$)/, '') || '/'

/** What went over the wire, the newest first. */
export function Wire({ events }: { events: NumberedEvent[] }) {
  const exchanges = events
    .filter((event): event is Exchange & { n: number } => event.kind === 'request')
    .reverse()
  return (
    <Card
      kind="wire"
      title="The wire"
      aside={exchanges.length > 0 ? `${exchanges.length} requests` : undefined}
    >
      {exchanges.length === 0 ? <p className="empty">Nothing yet.</p> : null}
      <ol className="wire">
        {exchanges.map(({ n, method, path, status, location }) => (
          <li key={n}>
            <span className="wire-method">{method}</span>
            <span className="wire-path">{short(path)}</span>
            <span className={`wire-status ${kindOf(status)}`}>{status}</span>
            {location ? <span className="wire-to">→ {short(location)}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
