import type { Arranged, Tools } from 'doorstep'
import { generateSecret } from 'otplib'
import type { Glewlwyd } from './start-glewlwyd.ts'

type GlewlwydTools = Tools<Glewlwyd>

const password = 'violet harbour 27 lanterns'

/** Somebody whom an administrator has added, with a password. */
export async function activated({ ask, data, freshAddress }: GlewlwydTools): Promise<Arranged> {
  const email = freshAddress()
  const login = email.slice(0, email.indexOf('@'))
  const person = { username: login, name: 'Ada', email, password, enabled: true, scope: ['g_profile'] }
  await ask('/api/user/', { headers: { authorization: `token ${data.apiKey}` }, body: person })
  return { email, login, password }
}

/**
 * Somebody who has registered an authenticator app. The page of the account does not open without a code, so a first app is
 * registered where a lost one is replaced: behind the mailed link.
 */
export async function withApp(tools: GlewlwydTools): Promise<Arranged> {
  const { ask, linkInMail } = tools
  const person = await activated(tools)
  const as = await tools.page()
  const reset = '/api/register/reset-credentials'
  await ask(`${reset}-email`, { body: { username: person.login } })
  const token = new URL(await linkInMail(person.email, 'Your new password')).searchParams.get('token')
  await ask(`${reset}-email/${token}`, { as, method: 'PUT' })
  const totpSecret = generateSecret()
  const value = { type: 'TOTP', secret: totpSecret, time_step_size: 30 }
  const app = { username: person.login, scheme_type: 'otp', scheme_name: 'otp', value }
  await ask(`${reset}/profile/scheme/register`, { as, body: app })
  return { ...person, totpSecret }
}
