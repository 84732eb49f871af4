import { Address } from './parts/address.tsx'
import { PressForm } from './parts/form.tsx'
import { Shell } from './parts/shell.tsx'
import type { ScreenProps, UserRow } from './props.ts'

const example: UserRow[] = [
  {
    id: '1',
    email: 'new.administrator@example.com',
    role: 'Administrator',
    status: 'Verified',
  },
  {
    id: '2',
    email: 'second.person@example.com',
    role: 'Viewer',
    status: 'Pending Verification',
  },
]

interface RowProps {
  base: string
  user: UserRow
}

function Row({ base, user: { id, email, role, status, until } }: RowProps) {
  const pending = status === 'Pending Verification'
  return (
    <tr>
      <th scope="row" id={`user-${id}`}>
        <a href={`${base}/configuration/users/${id}/open`}>
          <Address email={email} />
        </a>
      </th>
      <td data-label="Role">{role}</td>
      <td data-label="Status">
        <span className={`level ${pending ? 'medium' : ''}`}>{status}</span>
      </td>
      <td data-label="Access">{until ? `Until ${until}` : 'Permanent'}</td>
      <td>
        {pending ? (
          <PressForm
            action={`${base}/configuration/users/${id}/resend`}
            look="secondary"
            describedBy={`user-${id}`}
          >
            Resend Invite
          </PressForm>
        ) : null}
      </td>
    </tr>
  )
}

export function Users({ base = '', email, tenantName, message, tone, users = example }: ScreenProps) {
  return (
    <Shell at="users" heading="Users" {...{ base, email, tenantName, message, tone }}>
      <PressForm action={`${base}/configuration/users/new`}>Add Users</PressForm>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">User</th>
              <th scope="col">Role</th>
              <th scope="col">Status</th>
              <th scope="col">Access</th>
              <th scope="col">Invitation</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <Row key={user.id} base={base} user={user} />
            ))}
          </tbody>
        </table>
      </div>
    </Shell>
  )
}
