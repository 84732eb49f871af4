import { flaw } from './flaw.ts'
import { fieldOf, isAt } from './tamper.ts'

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

/** What the activation form of the last invited one named as their role. */
let named: string | null = null

export const roleOfOnesOwnChoice = flaw(
  'ADM8.activation',
  'role-of-ones-own-choice',
  'An activation form that names a role gives it',
  {
    tamper: (send) => async (request) => {
      if (request.method === 'POST' && isAt(request, '/activate')) named = await fieldOf(request, 'role')
      return send(request)
    },
    rules: ({ mayAdminister }) => ({
      mayAdminister: (user) =>
        mayAdminister(user) ||
        (named === 'Administrator' && 'email' in user && String(user.email).includes('-second@')),
    }),
  },
)
