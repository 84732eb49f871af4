import { PressForm } from './parts/form.tsx'
import { Shell } from './parts/shell.tsx'
import type { ScreenProps } from './props.ts'

export function MyOrganization({
  base = '',
  email,
  tenantName = 'Larkspur Managed Services',
  message,
  tone,
  method = '1Secure Authentication',
}: ScreenProps) {
  return (
    <Shell at="my-organization" heading="My organization" {...{ base, email, tenantName, message, tone }}>
      <section aria-labelledby="general" className="panel">
        <h2 id="general">General</h2>
        <dl className="facts">
          <div>
            <dt>Name</dt>
            <dd>{tenantName}</dd>
          </div>
          <div>
            <dt>Type</dt>
            <dd>Managing organization</dd>
          </div>
          <div>
            <dt>Managed organizations</dt>
            <dd>5</dd>
          </div>
        </dl>
      </section>
      <section aria-labelledby="authentication" className="panel">
        <h2 id="authentication">Authentication</h2>
        <dl className="facts">
          <div>
            <dt>Current method</dt>
            <dd>{method}</dd>
          </div>
        </dl>
        <PressForm action={`${base}/configuration/my-organization/edit-settings`} look="secondary">
          Edit Settings
        </PressForm>
      </section>
    </Shell>
  )
}
