import type { Arranged, Tools } from 'doorstep'

/** What the start of Directus hands to the arrangements. */
export type DirectusData = { administrator: { email: string; password: string }; role: string }

type DirectusTools = Tools<DirectusData>

interface Session {
  data: { access_token: string }
}

/** The rule for passwords that the start sets. */
export const LEAST_CHARACTERS = 12
/** How many attempts to log in the start allows. */
export const ATTEMPTS = 10

/** Long enough for that rule. */
const PASSWORD = 'amber window 41 ferries'

const logIn = (ask: DirectusTools['ask'], email: string, password: string) =>
  ask<Session>('/auth/login', { body: { email, password } })

/** Invites someone; the mail has arrived when it answers. */
export async function invited({
  ask,
  data,
  url,
  freshAddress,
  linkInMail,
}: DirectusTools): Promise<Arranged> {
  const email = freshAddress()
  const invite_url = new URL('/admin/accept-invite', url).href
  // A token ends after 15 minutes, which a whole check outlasts.
  const administrator = await logIn(ask, data.administrator.email, data.administrator.password)
  const bearer = administrator.data.access_token
  await ask('/users/invite', { bearer, body: { email, role: data.role, invite_url } })
  await linkInMail(email, "You've been invited")
  return { email }
}

/** Someone who has chosen a password and never logged in. */
export async function activated(tools: DirectusTools): Promise<Arranged> {
  const { email } = await invited(tools)
  const link = await tools.linkInMail(email, "You've been invited")
  const token = new URL(link).searchParams.get('token')
  await tools.ask('/users/invite/accept', { body: { token, password: PASSWORD } })
  return { email, password: PASSWORD }
}

/** Someone who also has an authenticator app. */
export async function withApp(tools: DirectusTools): Promise<Arranged> {
  const { ask, codeOf } = tools
  const { email, password = '' } = await activated(tools)
  const { data } = await logIn(ask, email, password)
  const bearer = data.access_token
  const made = await ask<{ data: { secret: string } }>('/users/me/tfa/generate', {
    bearer,
    body: { password },
  })
  const { secret } = made.data
  const enable = async () =>
    ask('/users/me/tfa/enable', { bearer, body: { secret, otp: await codeOf(secret) } })
  // A code is taken in its own time step only, and that may have just ended.
  await enable().catch(enable)
  return { email, password, totpSecret: secret }
}

/** Someone whom only the identity provider knows. */
export async function atProvider({ freshAddress, provider, given }: DirectusTools): Promise<Arranged> {
  const email = freshAddress()
  return { email, provider: await provider(email, given !== 'consent-missing') }
}

/** Directus as the documentation wants it: who can do what, a rule for passwords, and how many guesses are allowed. */
export async function setUp(
  url: string,
  email: string,
  password: string,
  ssoRole: string,
): Promise<DirectusData> {
  const ask = async <Answer>(
    path: string,
    body: object,
    bearer?: string,
    method = 'POST',
  ): Promise<Answer> => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`)
    return (await response.json()) as Answer
  }
  const { data: session } = await ask<Session>('/auth/login', { email, password })
  const token = session.access_token
  const rules = { auth_password_policy: `/^.{${LEAST_CHARACTERS},}$/`, auth_login_attempts: ATTEMPTS }
  await ask('/settings', rules, token, 'PATCH')
  const roleWith = async (name: string, enforce_tfa: boolean, id?: string): Promise<string> => {
    const { data: role } = await ask<{ data: { id: string } }>('/roles', { name, ...(id && { id }) }, token)
    const rights = { name, app_access: true, admin_access: false, enforce_tfa }
    const { data: policy } = await ask<{ data: { id: string } }>('/policies', rights, token)
    await ask('/access', { role: role.id, policy: policy.id }, token)
    // Without it no one could keep the secret of an authenticator app.
    const own = { permissions: { id: { _eq: '$CURRENT_USER' } }, collection: 'directus_users', fields: ['*'] }
    for (const action of ['read', 'update'])
      await ask('/permissions', { ...own, action, policy: policy.id }, token)
    return role.id
  }
  await roleWith('By single sign-on', false, ssoRole)
  return { administrator: { email, password }, role: await roleWith('By password and one-time code', true) }
}
