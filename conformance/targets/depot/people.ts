import type { Page } from '@playwright/test'
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
  const own = await tools.page()
  await own.goto(tools.url)
  const { token, spareCodes } = await addApp(own, headers, await codeOf(secret))
  await keep(own, data.keeping, token)
  return { ...person, totpSecret: secret, recoveryCodes: spareCodes, signIn: await tools.sameSession(own) }
}

/** Sends the first code in a browser: it gets a cookie with the answer, where tokens are renewed. */
const addApp = (own: Page, headers: Record<string, string>, code: string) =>
  own.evaluate(
    async ([headers, code]): Promise<{ token: string; spareCodes: string[] }> => {
      const body = JSON.stringify({ code })
      const sent = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
      return (await fetch('/api/log-in/app/code', sent)).json()
    },
    [headers, code] as const,
  )

/** The browser keeps the token as the page does. Where tokens are renewed, the page gets one by itself. */
async function keep(own: Page, { storage }: Keeping, token: string): Promise<void> {
  if (storage === 'cookie' || storage === 'memory') return
  await own.evaluate(([where, value]) => window[where].setItem('depot.token', value), [
    storage,
    token,
  ] as const)
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
