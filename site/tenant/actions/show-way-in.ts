import { pressed } from '../http/acted.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { signedOut } from '../http/signed-in.ts'
import type { ScreenProps } from '../screens/props.ts'
import { findConnection } from '../store/sso-connections.ts'
import { isBackFromLogout } from './log-out-of-provider.ts'

/** What the login page says to who comes back from a logout. */
const said = {
  here: {
    message: 'You are logged out of 1Secure. At your provider you may still be signed in',
    tone: 'note',
    leavesProvider: true,
  },
  everywhere: { message: 'You are logged out, here and at your provider', tone: 'note' },
  elsewhere: {
    message: 'You came back from a logout that didn’t begin in this browser. Here nothing has changed',
    tone: 'wrong',
  },
} as const

const hasSso = async (c: Ctx) => (await findConnection(c.var.tenant.store.db, c.var.sandbox.id)) !== undefined

/** @param left how they have left: `everywhere`, `elsewhere`, anything else for here alone; undefined where they haven't */
export async function saidAfterLogout(c: Ctx, left: string | undefined): Promise<ScreenProps> {
  if (left === undefined || !(await hasSso(c))) return {}
  return left === 'everywhere' || left === 'elsewhere' ? said[left] : said.here
}

/**
 * The page where every login begins; someone who has just left an SSO tenant may leave the provider too. Someone who comes back from there
 * brings a state (RP-Initiated Logout 1.0 section 3), which leaves the address at once.
 */
export const showLoginPage = signedOut(async (c) => {
  const { state, left } = c.req.query()
  if (state !== undefined)
    return goTo(c, `/log-in?left=${(await isBackFromLogout(c, state)) ? 'everywhere' : 'elsewhere'}`)
  return show(c, 'login-page', await saidAfterLogout(c, left))
})

/** Log-in.2: the button Log In. */
export const beginLogIn = pressed(
  'login-page',
  'Log In',
  signedOut(async (c) => goTo(c, '/log-in/email', 'email-address')),
)

/** Log-in.3: in an SSO tenant there is a second way, for the Administrator who keeps 1Secure Authentication. */
export const showEmail = signedOut(async (c) => {
  const way = c.req.query('way') === 'password' ? 'password' : 'provider'
  return show(c, 'email-address', (await hasSso(c)) ? { way } : {})
})
