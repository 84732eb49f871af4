import { Shell } from './parts/shell.tsx'
import type { ScreenProps } from './props.ts'

const organizations = [
  { name: 'Brook & Vale', users: 212, sources: 'Entra ID, SharePoint Online', seen: '4 minutes ago' },
  {
    name: 'Fernhill Logistics',
    users: 1_480,
    sources: 'Active Directory, File servers',
    seen: '2 minutes ago',
  },
  { name: 'Harbour Dental', users: 64, sources: 'Active Directory', seen: '11 minutes ago' },
  { name: 'Millrace Foods', users: 530, sources: 'Entra ID, Exchange Online', seen: 'an hour ago' },
  { name: 'Northgate Schools', users: 3_906, sources: 'Active Directory, Entra ID', seen: '6 minutes ago' },
]

export function ManagedOrganizations({ base, email, tenantName, message, tone }: ScreenProps) {
  const shell = { base, email, tenantName, message, tone }
  return (
    <Shell at="managed-organizations" heading="Managed organizations" {...shell}>
      <div className="list">
        <table>
          <thead>
            <tr>
              <th scope="col">Organization</th>
              <th scope="col">Users</th>
              <th scope="col">Sources</th>
              <th scope="col">Last data</th>
            </tr>
          </thead>
          <tbody>
            {organizations.map(({ name, users, sources, seen }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label="Users">{users.toLocaleString('en-US')}</td>
                <td data-label="Sources">{sources}</td>
                <td data-label="Last data">{seen}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Shell>
  )
}
