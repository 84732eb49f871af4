import type { Claims } from '../../site/tenant/rules/sso-logins.ts'
import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

const nameIn = ({ preferred_username, email }: Claims) => String(preferred_username ?? email).toLowerCase()

/** What was typed before the last login at a provider, by the sandbox; and who was added there. */
const typed = new Map<string, string>()
const added = new Set<string>()

const notingWhoWasTyped =
  (send: Send): Send =>
  async (request) => {
    if (request.method === 'POST' && isAt(request, '/log-in/email'))
      typed.set(sandboxOf(request), (await fieldOf(request, 'email')) ?? '')
    if (request.method === 'POST' && isAt(request, '/configuration/users'))
      added.add((await fieldOf(request, 'addresses')) ?? '')
    return send(request)
  }

const ROW = /<tr>\s*<th scope="row".*?<\/tr>/gs
const REMOVAL = /\/users\/([\w-]+)\/remove$/

/** Where SSO is in force, a user who is removed is missing in the list, and nothing else happens. */
const removingFromListAlone = (send: Send): Send => {
  const underSso = new Set<string>()
  const hidden = new Set<string>()
  return async (request) => {
    const sandbox = sandboxOf(request)
    if (request.method === 'POST' && isAt(request, '/my-organization/settings')) underSso.add(sandbox)
    const [, id] = REMOVAL.exec(new URL(request.url).pathname) ?? []
    if (id !== undefined && request.method === 'POST' && underSso.has(sandbox)) {
      hidden.add(id)
      return new Response(null, { status: 303, headers: { location: `${sandbox}/configuration/users` } })
    }
    const answer = await send(request)
    if (!isAt(request, '/configuration/users') || !isPage(answer)) return answer
    const body = (await answer.text()).replace(ROW, (row) =>
      [...hidden].some((one) => row.includes(one)) ? '' : row,
    )
    return changed(answer, { body })
  }
}

/** Someone who logs in at the provider is not the one whom the provider names, in one case. */
export const flawsOfWhoItIs: Defect[] = [
  flaw('RP16.named', 'typed-address-wins', 'Among those who were added, the address that was typed counts', {
    tamper: notingWhoWasTyped,
    rules: ({ verifySignIn }) => ({
      async verifySignIn(claim) {
        const { claims, idToken } = await verifySignIn(claim)
        const url = claim.answer instanceof URL ? claim.answer.href : claim.answer.url
        const email = typed.get(sandboxOf({ url })) ?? ''
        if (!added.has(nameIn(claims)) || email === '') return { claims, idToken }
        return { claims: { ...claims, sub: `of ${email}`, email, preferred_username: email }, idToken }
      },
    }),
  }),
  flaw(
    'RP16.capitals',
    'capitals-at-the-provider',
    'The provider’s address must have the capitals of the account',
    {
      rules: ({ trustedEmail }) => ({
        trustedEmail(claims, method) {
          const trusted = trustedEmail(claims, method)
          const said = [claims.preferred_username, claims.email].find(
            (one) => typeof one === 'string' && one.toLowerCase() === trusted,
          )
          return trusted && String(said)
        },
      }),
    },
  ),
  flaw('RP17.entra', 'entra-by-any-address', 'An address of Entra finds an account, verified or not', {
    rules: ({ trustedEmail }) => ({
      trustedEmail: (claims, method) =>
        method === 'entra-id' && typeof claims.email === 'string'
          ? claims.email.toLowerCase()
          : trustedEmail(claims, method),
    }),
  }),
  flaw('SES8.provider', 'removed-user-enters-by-sso', 'A removed user still gets in at the provider', {
    tamper: removingFromListAlone,
  }),
]
