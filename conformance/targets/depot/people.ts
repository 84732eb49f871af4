import type { Arranged, Tools } from 'doorstep'
import type { Keeping } from './start-depot.ts'

/** What the start of the product hands to the arrangements. */
export type DepotData = { apiKey: string; keeping: { [K in keyof Keeping]: Keeping[K] } }

type DepotTools = Tools<DepotData>

const PASSWORD = 'amber window 41 ferries'
const INVITATION = 'Your place at the Depot'

const add = ({ ask, data, given }: DepotTools, email: string, by: 'password' | 'company') => {
  const role = ['administrator', 'editor', 'viewer'].includes(given) ? { role: capital(given) } : {}
  return ask('/api/run/accounts', { bearer: data.apiKey, body: { email, by, ...role } })
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** The header that carries a token, as the page sends it. */
export const tokenHeader = ({ header }: Keeping, token: string) => ({
  [header]: header === 'authorization' ? `Bearer ${token}` : token,
})

/** Someone whose invitation has just been sent. */
export async function invited(tools: DepotTools): Promise<Arranged> {
  const email = tools.freshAddress()
  await add(tools, email, 'password')
  return { email }
}

/** Someone who has chosen a password and never logged in. */
export async function activated(tools: DepotTools): Promise<Arranged> {
  const { email } = await invited(tools)
  const t = new URL(await tools.linkInMail(email, INVITATION)).searchParams.get('t')
  await tools.ask('/api/links/password', { body: { t, at: '/join', password: PASSWORD } })
  return { email, password: PASSWORD }
}

/** Someone who has enrolled an app as well, and can begin logged in. */
export async function withApp(tools: DepotTools): Promise<Arranged> {
  const { ask, data, codeOf } = tools
  const person = await activated(tools)
  const { ticket } = await ask<{ ticket: string }>('/api/log-in', { body: person })
  const headers = tokenHeader(data.keeping, ticket)
  const { secret } = await ask<{ secret: string }>('/api/log-in/app', { headers, body: {} })
  const { token, spareCodes } = await ask<{ token: string; spareCodes: string[] }>('/api/log-in/app/code', {
    headers,
    body: { code: await codeOf(secret) },
  })
  return { ...person, totpSecret: secret, recoveryCodes: spareCodes, signIn: await keeping(tools, token) }
}

/** A browser that keeps the token as the page does. */
async function keeping({ page, url, data, sameSession }: DepotTools, token: string) {
  const own = await page()
  await own.goto(url)
  const { storage } = data.keeping
  await own.evaluate(([where, value]) => window[where].setItem('depot.token', value), [
    storage,
    token,
  ] as const)
  return sameSession(own)
}

/** Someone at the provider who is on the list. */
export async function added(tools: DepotTools): Promise<Arranged> {
  const person = await atProvider(tools)
  await add(tools, person.email, 'company')
  return person
}

/** Someone whom only the provider knows. */
export async function atProvider({ freshAddress, provider, given }: DepotTools): Promise<Arranged> {
  const email = freshAddress()
  return { email, provider: await provider(email, given !== 'consent-missing') }
}
