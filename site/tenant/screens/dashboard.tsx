import { alerts as examples } from '../alerts.ts'
import { AlertLine } from './parts/alert-line.tsx'
import { Shell } from './parts/shell.tsx'
import type { AlertRow, ScreenProps } from './props.ts'

const urgency = (urgent: number) => {
  if (urgent === 0) return 'none urgent'
  return `${urgent} urgent`
}

const figuresOf = (open: AlertRow[]) => [
  { label: 'Managed organizations', value: '5', note: '1 added this month' },
  {
    label: 'Open alerts',
    value: String(open.length),
    note: urgency(open.filter(({ level }) => level === 'high').length),
  },
  { label: 'Risks', value: '27', note: '5 fewer than last week' },
  { label: 'Changes in 24 hours', value: '1,208', note: 'about the same as yesterday' },
]

export function Dashboard({ base, email, tenantName, message, alerts = [...examples] }: ScreenProps) {
  const open = alerts.filter(({ by }) => by === undefined)
  return (
    <Shell at="home" heading="Dashboard" base={base} email={email} tenantName={tenantName} message={message}>
      <dl className="figures">
        {figuresOf(open).map(({ label, value, note }) => (
          <div key={label} className="panel">
            <dt>{label}</dt>
            <dd className="soft">
              <strong>{value}</strong> {note}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="alerts">
        <h2 id="alerts">Latest alerts</h2>
        <ul className="alerts list">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <AlertLine alert={alert} />
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
