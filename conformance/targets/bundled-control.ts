import { z } from 'zod'
import { headerOf, valuesOf } from './mailboxes/header.ts'
import type { Clock, Mailbox } from './target.ts'

const providerAccess = z.object({
  password: z.string(),
  user: z.string(),
  stranger: z.string(),
  redirectUri: z.url(),
  clientId: z.string(),
  clientSecret: z.string(),
  entra: z.object({ tenantId: z.string(), adminCenter: z.url(), administrator: z.string() }),
  oidc: z.object({
    discoveryUrl: z.url(),
    otherIssuerUrl: z.url(),
    deadUrl: z.url(),
    misbehavingUrl: z.string(),
  }),
  signInUrl: z.url(),
})
export type ProviderAccess = z.infer<typeof providerAccess>

const newSandbox = z.object({
  id: z.string(),
  key: z.string(),
  url: z.url(),
  email: z.string(),
  password: z.string().optional(),
  totpSecret: z.string().optional(),
  provider: providerAccess,
  session: z.object({ name: z.string(), value: z.string(), path: z.string() }).optional(),
})
const clockState = z.object({ now: z.number() })
const mailList = z.array(z.object({ n: z.number(), subject: z.string(), from: z.string(), to: z.string() }))
const mail = z.object({ html: z.string(), text: z.string(), raw: z.string() })
const refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

/**
 * A new sandbox of the tenant, with its mail, clock and end: what the control API offers in addition to the product.
 */
export async function controlOf(tenant: string, wanted: { given: string; credential?: object | undefined }) {
  const sandbox = newSandbox.parse(await ask(`${tenant}/control/sandboxes`, { method: 'POST', body: wanted }))
  const own = (path: string, request: Request = {}) =>
    ask(`${tenant}/control/sandboxes/${sandbox.id}${path}`, { key: sandbox.key, ...request })
  const clock: Clock = {
    now: async () => clockState.parse(await own('')).now,
    advance: async (seconds) => {
      await own('/clock', { method: 'POST', body: { advanceMs: Math.round(seconds * 1000) } })
    },
  }
  const mailbox: Mailbox = {
    mails: async () =>
      mailList
        .parse(await own('/mails'))
        .toSorted((a, b) => a.n - b.n)
        .map(({ n, subject, from, to }) => {
          const whole = async () => mail.parse(await own(`/mails/${n}`))
          const header = async () => headerOf((await whole()).raw)
          return {
            subject,
            from,
            to: [to],
            html: async () => (await whole()).html,
            text: async () => (await whole()).text || undefined,
            header,
            envelope: async () => valuesOf(await header(), 'envelope-to').flatMap((all) => all.split(', ')),
          }
        }),
  }
  const leave = async () => {
    await own('', { method: 'DELETE' })
  }
  const misbehave = async (misbehaviour: string | undefined) => {
    await own('/provider/misbehaviour', { method: 'PUT', body: { misbehaviour: misbehaviour ?? null } })
  }
  const wasAsked = async (endpoint: string) => {
    const paths = z.array(z.string()).parse(await own('/provider/asked'))
    return paths.some((path) => path.endsWith(`/${endpoint}`))
  }
  return { sandbox, clock, mailbox, leave, misbehave, wasAsked }
}

interface Request {
  method?: 'POST' | 'PUT' | 'DELETE'
  body?: object
  key?: string
}

async function ask(url: string, { method, body, key }: Request): Promise<unknown> {
  const response = await fetch(url, {
    ...(method && { method }),
    ...(body && { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
  })
  if (response.status === 204) return undefined
  const answer: unknown = await response.json()
  if (response.ok) return answer
  const refused = refusal.safeParse(answer)
  throw new Error(
    `The tenant answered ${response.status} at ${url}${refused.success ? `: ${refused.data.error.message}` : ''}`,
  )
}
