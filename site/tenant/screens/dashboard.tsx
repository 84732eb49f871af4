import { Shell } from './parts/shell.tsx'
import type { ScreenProps } from './props.ts'

const figures = [
  { label: 'Managed organizations', value: '5', note: '1 added this month' },
  { label: 'Open alerts', value: '3', note: '1 needs you today' },
  { label: 'Risks', value: '27', note: '5 fewer than last week' },
  { label: 'Changes in 24 hours', value: '1,208', note: 'as on most Tuesdays' },
]

const alerts = [
  { what: 'Membership of Domain Admins was changed', where: 'Harbour Dental', when: '09:42', level: 'high' },
  { what: '41 files deleted within a minute', where: 'Fernhill Logistics', when: '08:15', level: 'medium' },
  { what: 'Sign-in from an unusual country', where: 'Brook & Vale', when: 'yesterday', level: 'low' },
]

export function Dashboard({ base, email, tenantName, message }: ScreenProps) {
  return (
    <Shell at="home" heading="Dashboard" base={base} email={email} tenantName={tenantName} message={message}>
      <dl className="figures">
        {figures.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong> {note}
            </dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="alerts">
        <h2 id="alerts">Latest alerts</h2>
        <ul className="alerts">
          {alerts.map(({ what, where, when, level }) => (
            <li key={what}>
              <span className={`level ${level}`}>{level}</span>
              <span className="what">{what}</span>
              <span className="where">{where}</span>
              <span className="when">{when}</span>
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}
