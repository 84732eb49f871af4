import type { Did } from '../events.ts'
import { acted } from '../http/acted.ts'
import { type Action, goTo } from '../http/context.ts'

/** A link that is the same in every mail is as good as the newest mail's. */
const followed = (link: string): Did => ({ what: 'follow', link, was: ['newest'] })

/** Lets people who are logged in already through, and shows others the login page. */
const enterBy =
  (did: Did): Action =>
  async (c) => {
    acted(c, did)
    const { tenant, visit } = c.var
    const isIn = visit !== undefined && tenant.rules.isSignedIn(visit)
    return isIn ? goTo(c, '/dashboard', 'dashboard') : goTo(c, '/log-in', 'login-page')
  }

/** Log-in.1: by the tenant link of the mail. */
export const enterByTenantLink = enterBy(followed('Netwrix 1Secure tenant link'))

/** Log-in-sso.1: by Access 1Secure in the mail. */
export const enterByAccess = enterBy(followed('Access 1Secure'))

/** Reset-password.1: by the bare address of the tenant. */
export const enterByAddress = enterBy({ what: 'visit', address: 'login-page' })
