import { alerts as examples } from '../alerts.ts'
import { AlertLine } from './parts/alert-line.tsx'
import { Button, Form } from './parts/form.tsx'
import { Shell } from './parts/shell.tsx'
import type { AlertRow, ScreenProps } from './props.ts'

interface RowProps {
  base: string
  alert: AlertRow
  modifies: boolean
}

function Row({ base, alert, modifies }: RowProps) {
  return (
    <li>
      <AlertLine alert={alert} />
      {modifies ? (
        <Form action={`${base}/configuration/alerts`} className="press">
          <input type="hidden" name="alert" value={alert.id} />
          <Button
            look="secondary"
            name="do"
            value={alert.by ? 'open' : 'handle'}
            describedBy={`alert-${alert.id}`}
          >
            {alert.by ? 'Open again' : 'Mark as handled'}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

/** What was found at the managed organizations; Editors and Administrators deal with it. */
export function Alerts({
  base = '',
  email,
  tenantName,
  message,
  tone,
  alerts = [...examples],
  modifies = true,
}: ScreenProps) {
  return (
    <Shell at="alerts" heading="Alerts" {...{ base, email, tenantName, message, tone }}>
      <ul className="alerts list">
        {alerts.map((alert) => (
          <Row key={alert.id} {...{ base, alert, modifies }} />
        ))}
      </ul>
      {modifies ? null : (
        <p className="soft">You read only. An Editor or an Administrator deals with alerts.</p>
      )}
    </Shell>
  )
}
