import type { Defect } from './defect.ts'

export const roleInNameOnly: Defect = {
  id: 'role-in-name-only',
  title: 'Someone who was added as an Administrator is called one, and may not do what one may',
  rules: ({ mayAdminister }) => ({
    mayAdminister: (user) =>
      mayAdminister(user) && !('email' in user && String(user.email).includes('-second@')),
  }),
  flows: [],
  checks: ['ADM2'],
  fails: ['ADM2.rights'],
}
