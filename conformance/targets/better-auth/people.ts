import type { Arranged, Tools } from 'doorstep'

/** What the start of the app hands to the arrangements. */
export type BeaconData = { apiKey: string }

type BeaconTools = Tools<BeaconData>

const PASSPHRASE = 'amber window 41 ferries'

const INVITATION = 'There is a bunk for you'

const invite = ({ ask, data }: BeaconTools, email: string, by: 'passphrase' | 'company') =>
  ask('/api/invitations', { bearer: data.apiKey, body: { email, by } })

/** Someone whose invitation has just been sent. */
export async function invited(tools: BeaconTools): Promise<Arranged> {
  const email = tools.freshAddress()
  await invite(tools, email, 'passphrase')
  return { email }
}

/** Someone who has chosen a passphrase and never logged in. */
export async function activated(tools: BeaconTools): Promise<Arranged> {
  const { email } = await invited(tools)
  const [, token] = /reset-password\/(\w+)/.exec(await tools.linkInMail(email, INVITATION)) ?? []
  await tools.ask('/api/auth/reset-password', { body: { token, newPassword: PASSPHRASE } })
  return { email, password: PASSPHRASE }
}

/** Logs someone in by the passphrase alone; answers the page whose browser has the session. */
async function halfWay({ ask, page }: BeaconTools, email: string) {
  const as = await page()
  await ask('/api/auth/sign-in/email', { as, body: { email, password: PASSPHRASE } })
  return as
}

/** Someone who also has an authenticator app. */
export async function withApp(tools: BeaconTools): Promise<Arranged> {
  const { ask, codeOf, sameSession } = tools
  const person = await activated(tools)
  const as = await halfWay(tools, person.email)
  const { totpURI, backupCodes } = await ask<{ totpURI: string; backupCodes: string[] }>(
    '/api/auth/two-factor/enable',
    { as, body: { password: PASSPHRASE } },
  )
  const totpSecret = new URL(totpURI).searchParams.get('secret') ?? ''
  await ask('/api/auth/two-factor/verify-totp', { as, body: { code: await codeOf(totpSecret) } })
  return { ...person, totpSecret, recoveryCodes: backupCodes, signIn: await sameSession(as) }
}

/** Someone who also has a security key: no API registers one, so it is touched in the page. */
export async function withKey(tools: BeaconTools): Promise<Arranged> {
  const person = await activated(tools)
  const page = await halfWay(tools, person.email)
  const credential = await tools.plugInKey(page)
  await page.goto(new URL('/second/key', tools.url).href)
  await page.getByRole('button', { name: 'Touch it now' }).click()
  await page.waitForURL('**/deck')
  return { ...person, securityKey: await credential() }
}

/** Someone at the provider who is on the list. */
export async function added(tools: BeaconTools): Promise<Arranged> {
  const person = await atProvider(tools)
  await invite(tools, person.email, 'company')
  return person
}

/** Someone whom only the provider knows. */
export async function atProvider({ freshAddress, provider, given }: BeaconTools): Promise<Arranged> {
  const email = freshAddress()
  return { email, provider: await provider(email, given !== 'consent-missing') }
}
