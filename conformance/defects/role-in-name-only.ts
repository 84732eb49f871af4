import { flaw } from './flaw.ts'

export const roleInNameOnly = flaw(
  'ADM2.rights',
  'role-in-name-only',
  'Someone who was added as an Administrator is called one, and may not do what one may',
  {
    rules: ({ mayAdminister }) => ({
      mayAdminister: (user) =>
        mayAdminister(user) && !('email' in user && String(user.email).includes('-second@')),
    }),
  },
)
