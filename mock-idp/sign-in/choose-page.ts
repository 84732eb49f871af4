import { needsConsent } from '../provider/grants.ts'
import type { Visit } from './visit.ts'

export type PageName = 'pick-account' | 'name' | 'password' | 'credentials' | 'stay' | 'consent' | 'done'

/** Whether the consent page is due: asked for, or not yet given. */
async function consentDue(visit: Visit): Promise<boolean> {
  const { interaction, progress, issuer, application } = visit
  const account = progress.accountId ? await issuer.loadAccount(progress.accountId) : undefined
  const asked = String(interaction.params.prompt ?? '')
    .split(' ')
    .includes('consent')
  return account !== undefined && (asked || needsConsent(application, account.user))
}

/** The page that comes next: account, name, password, "Stay signed in?", consent, in this order. */
export async function choosePage(visit: Visit): Promise<PageName> {
  const { progress, session, interaction, issuer } = visit
  if (!progress.accountId) {
    const mayPick =
      session && !progress.another && !progress.name && interaction.prompt.name === 'select_account'
    if (mayPick) return 'pick-account'
    if (issuer.authority.kind === 'oidc') return 'credentials'
    return progress.name && progress.refused?.field !== 'name' ? 'password' : 'name'
  }
  const asksToStay = issuer.authority.kind === 'entra' && !progress.fromSession
  if (asksToStay && progress.stay === undefined) return 'stay'
  return (await consentDue(visit)) ? 'consent' : 'done'
}
