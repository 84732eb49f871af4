import type { InteractionResults } from 'oidc-provider'
import { seconds } from '../clock.ts'
import { makeGrant } from '../provider/grants.ts'
import type { Visit } from './visit.ts'

/**
 * Puts another account into the session. Without this the library signs the first one out by a page that posts
 * itself; a person who picks another account expects to go on.
 */
async function switchAccount({ issuer, interaction }: Visit, accountId: string) {
  const before = interaction.session
  if (!before?.uid || before.accountId === undefined || before.accountId === accountId) return
  const session = await issuer.provider.Session.findByUid(before.uid)
  if (!session) return
  session.authorizations = {}
  session.accountId = accountId
  await session.persist()
  before.accountId = accountId
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
}

/** Ends the sign-in: remembers the consent, makes the grant, and answers where the browser goes next. */
export async function finish(visit: Visit, consented: boolean): Promise<string> {
  const { issuer, interaction, progress, application, home } = visit
  const { accountId = '' } = progress
  const account = await issuer.loadAccount(accountId)
  if (consented && account) {
    if (!application.consentedUserIds.includes(account.user.id))
      application.consentedUserIds.push(account.user.id)
    await issuer.state.store.put(home)
    issuer.emit(
      { type: 'consented', user: account.user.userPrincipalName, application: application.appId },
      home,
    )
  }
  await switchAccount(visit, accountId)
  const { scope = '', claims, resource = [] } = interaction.params
  const grant = await makeGrant(issuer.provider, {
    accountId,
    clientId: application.appId,
    scope: String(scope),
    claims: claimNames(claims),
    resources: [resource].flat().map(String),
  })
  return answer(visit, { ...loginOf(visit), consent: { grantId: grant.jti }, select_account: {} })
}

/** The sign-in that a session remembers; none if the person came from the session. */
function loginOf({ issuer, progress: { accountId = '', fromSession, stay } }: Visit) {
  if (fromSession) return {}
  return { login: { accountId, remember: stay ?? true, ts: seconds(issuer.clock), amr: ['pwd'] } }
}

/**
 * Ends the sign-in of a person who declines the consent. The session remembers them all the same: the client gets
 * `access_denied`, and the next request asks for the consent alone.
 */
export async function decline(visit: Visit): Promise<string> {
  await switchAccount(visit, visit.progress.accountId ?? '')
  return answer(visit, { ...loginOf(visit), declined: true, select_account: {} })
}

/** What the library's own function does, which would look up and verify the interaction a second time. */
async function answer({ interaction }: Visit, result: InteractionResults): Promise<string> {
  interaction.result = result
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
  return interaction.returnTo
}

/** The claims that a `claims` parameter asks for one by one (Core section 5.5); the library has checked its form. */
function claimNames(parameter: unknown): string[] {
  if (typeof parameter !== 'string') return []
  const { userinfo = {}, id_token = {} }: Record<string, object | undefined> = JSON.parse(parameter)
  return [...Object.keys(userinfo), ...Object.keys(id_token)]
}

/** Ends it without a sign-in: the client gets an error. */
export const refuse = (visit: Visit, error: string, description: string): Promise<string> =>
  answer(visit, { error, error_description: description })
