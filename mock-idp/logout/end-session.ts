import type { Session } from 'oidc-provider'
import type { Issuer } from '../provider/issuer.ts'

/** The library's method for this, which its type package leaves out. */
interface Tellable {
  backchannelLogout(accountId: string, sid: string): Promise<void>
}
const isTellable = (client: object | undefined): client is Tellable =>
  client !== undefined && 'backchannelLogout' in client && typeof client.backchannelLogout === 'function'

/** A page of a client that wants to be loaded so that it signs its user out (Front-Channel Logout 1.0 section 3). */
function frontChannelUrl(logoutUrl: string, issuer: string, sid: string | undefined): string {
  const url = new URL(logoutUrl)
  url.searchParams.set('iss', issuer)
  if (sid) url.searchParams.set('sid', sid)
  return url.href
}

/**
 * Ends a session: tells the clients by the back channel, takes back what was granted for its length, and answers the
 * front-channel addresses that are still to be loaded by the browser.
 */
export async function endSession(issuer: Issuer, session: Session): Promise<string[]> {
  const { provider, authority } = issuer
  const frames: string[] = []
  for (const [appId, { sid, grantId, persistsLogout }] of Object.entries(session.authorizations ?? {})) {
    const client = await provider.Client.find(appId)
    const application = issuer.applications.get(appId)
    if (application?.backchannelLogoutUri && isTellable(client))
      await tell(issuer, appId, () => client.backchannelLogout(session.accountId ?? '', sid ?? ''))
    if (application?.web.logoutUrl)
      frames.push(frontChannelUrl(application.web.logoutUrl, authority.issuer, sid))
    if (grantId && !persistsLogout) await provider.AccessToken.revokeByGrantId(grantId)
  }
  const account = session.accountId ? await issuer.loadAccount(session.accountId) : undefined
  await session.destroy()
  issuer.emit({ type: 'signed-out', user: account?.user.userPrincipalName })
  return frames
}

/** A client that can't be reached, or refuses, does not stop the sign-out. */
async function tell(issuer: Issuer, application: string, call: () => Promise<void>) {
  try {
    await call()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    issuer.emit({ type: 'protocol-error', code: 'backchannel_logout_failed', reason, application })
  }
}
