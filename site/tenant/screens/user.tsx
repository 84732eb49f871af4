import { roles } from '../roles.ts'
import { Address } from './parts/address.tsx'
import { Choice } from './parts/choice.tsx'
import { Field } from './parts/field.tsx'
import { Button, Form, PressForm } from './parts/form.tsx'
import { Message } from './parts/message.tsx'
import { Shell } from './parts/shell.tsx'
import type { ScreenProps, UserRow } from './props.ts'

const example: UserRow = {
  id: '2',
  email: 'second.person@example.com',
  role: 'Viewer',
  status: 'Verified',
  sessions: 1,
}

/** One user: the role, temporary access with its end, and the way out. */
export function User({ base = '', email, tenantName, message, at = 'role', user = example }: ScreenProps) {
  const action = `${base}/configuration/users/${user.id}`
  const messageAt = (place: string) => (at === place ? { message } : {})
  return (
    <Shell at="users" heading={<Address email={user.email} />} {...{ base, email, tenantName }}>
      <p className="lead">{user.status}</p>
      <section aria-labelledby="rights" className="panel">
        <h2 id="rights">Role and access</h2>
        <Form action={action}>
          <Choice name="role" label="Role" options={roles} value={user.role} {...messageAt('role')} />
          <Field
            name="until"
            label="Grant user temporary access until"
            type="date"
            autoComplete="off"
            optional
            value={user.until}
            {...messageAt('until')}
            hint="The last day, in UTC. Leave empty for permanent access."
          />
          <div className="buttons">
            <Button>Save</Button>
            <Button look="secondary" formAction={`${action}/cancel`}>
              Cancel
            </Button>
          </div>
        </Form>
      </section>
      {user.sessions ? (
        <section aria-labelledby="sessions" className="panel">
          <h2 id="sessions">Sessions</h2>
          <p>
            {user.sessions === 1 ? 'There is one session now.' : `There are ${user.sessions} sessions now.`}
          </p>
          <PressForm action={`${action}/end-sessions`} look="secondary">
            End sessions
          </PressForm>
        </section>
      ) : null}
      <section aria-labelledby="removal" className="panel">
        <h2 id="removal">Removal</h2>
        {at === 'removal' ? <Message>{message}</Message> : null}
        <details>
          <summary>Remove this user…</summary>
          <p>Sessions end at once, and no one can log in with this address any more.</p>
          <PressForm action={`${action}/remove`} look="secondary">
            Remove user
          </PressForm>
        </details>
      </section>
    </Shell>
  )
}
