/** What the product has found at the managed organizations; an example, the same in each tenant. */
export const alerts = [
  {
    id: 'domain-admins',
    what: 'Membership of Domain Admins was changed',
    where: 'Harbour Dental',
    when: '09:42',
    level: 'high',
  },
  {
    id: 'deleted-files',
    what: '41 files deleted within a minute',
    where: 'Fernhill Logistics',
    when: '08:15',
    level: 'medium',
  },
  {
    id: 'unusual-country',
    what: 'Sign-in from an unusual country',
    where: 'Brook & Vale',
    when: 'yesterday',
    level: 'low',
  },
] as const

export type AlertId = (typeof alerts)[number]['id']
