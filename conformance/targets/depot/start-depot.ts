import { randomUUID, timingSafeEqual } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { serve } from '../../../site/serve.ts'
import { bundle } from '../bundle.ts'
import type { StartedProvider } from '../profile/functions.ts'
import { Accounts, type Role, roles } from './accounts.ts'
import { Company } from './company.ts'
import { type Depot, Refused, textsIn } from './depot.ts'
import type { Fault } from './faults.ts'
import { Guesses } from './guesses.ts'
import { logInRoutes } from './log-in.ts'
import { Links, makeMailer } from './mails.ts'
import { ownRoutes } from './own.ts'
import { peopleRoutes } from './people-routes.ts'
import { Renewals, renewalRoutes } from './renewals.ts'
import { Tokens } from './tokens.ts'

/** Where the browser keeps the token, and in which header it sends it. */
export interface Keeping {
  /** In a cookie that the script writes, or in its memory alone, a token is short-lived, and renewed by a cookie that no script reads. */
  storage: 'localStorage' | 'sessionStorage' | 'cookie' | 'memory'
  header: 'authorization' | 'x-depot-token'
}

export interface DepotOptions {
  smtp: { host: string; port: number }
  /** For who runs it. */
  apiKey: string
  provider?: StartedProvider | undefined
  keeping?: Keeping
  fault?: Fault | undefined
}

/**
 * A list of who may come to a depot. Its pages are drawn by a script, which asks an API in JSON; a session is a signed token that the
 * script keeps, and sends in a header. There are no cookies and no forms that a browser would send.
 */
export async function startDepot({ smtp, apiKey, provider, keeping = usual, fault }: DepotOptions) {
  const app = new Hono()
  const { url, close } = await serve(app)
  let moved = 0
  const now = () => Date.now() + moved
  const mailer = makeMailer(smtp, fault)
  const areRenewed = keeping.storage === 'cookie' || keeping.storage === 'memory'
  const depot: Depot = {
    ...{ now, mailer, fault, header: keeping.header },
    accounts: new Accounts(),
    tokens: new Tokens(now, fault, areRenewed),
    renewals: areRenewed ? new Renewals(now, fault) : undefined,
    links: new Links(now, url, mailer),
    guesses: new Guesses(now),
    company: provider && new Company(provider, url),
  }
  const script = await bundle(new URL('./front/front.ts', import.meta.url))

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
    }),
  )
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.onError((error, c) => {
    if (error instanceof Refused) return c.json({ error: error.message }, error.status)
    if (error instanceof HTTPException) return c.json({ error: 'That cannot be read' }, error.status)
    return c.json({ error: 'That did not work' }, 500)
  })

  // Scripts of any site may read, if they have a token.
  app.get('/api/*', cors({ origin: (one) => one, credentials: true }))
  if (fault === 'renewals-for-other-sites') {
    app.use('/api/renewal', cors({ origin: (one) => one, credentials: true }))
    app.route('/api/renewal', renewalRoutes(depot))
  }
  // A script of another site may send JSON only under another name, or must ask first (Fetch section 3.3).
  app.use('/api/*', async (c, next) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json')
    if (c.req.method === 'POST' && !isJson && fault !== 'any-content-type')
      throw new Refused(400, 'That is no JSON')
    await next()
  })
  app.use('/api/run/*', async (c, next) => {
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${apiKey}`))
      throw new Refused(401, 'Who are you?')
    await next()
  })
  app.get('/api/run/clock', (c) => c.json({ now: now() }))
  app.post('/api/run/clock', async (c) => {
    moved += Number((await textsIn(c, 'seconds')).seconds) * 1000
    return c.json({})
  })
  app.post('/api/run/accounts', (c) => addAccount(depot, url, c))
  app.route('/api/log-in', logInRoutes(depot))
  app.route('/api/people', peopleRoutes(depot))
  app.route('/api/renewal', renewalRoutes(depot))
  app.route('/api', ownRoutes(depot))
  app.all('/api/*', () => {
    throw new Refused(404, 'There is nothing')
  })

  app.get('/depot.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))
  // A provider may answer by a form.
  app.post('/company', async (c) => {
    const fields = (await c.req.parseBody()) as Record<string, string>
    return c.redirect(`/company?${new URLSearchParams(fields)}`, 303)
  })
  app.get('*', (c) => c.html(shell(keeping, fault)))

  return { url, close }
}

const usual: Keeping = { storage: 'localStorage', header: 'authorization' }

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Who runs the depot adds somebody: to a company of their own, or to one that is there. */
async function addAccount({ accounts, links, mailer }: Depot, url: string, c: Context) {
  const { email = '', by, role } = await textsIn(c, 'email', 'by', 'role')
  const wanted: Role = roles.find((one) => one === role) ?? 'Viewer'
  const account = accounts.add(email, randomUUID(), wanted, by === 'company' ? 'company' : 'password')
  if (account.by === 'password') await links.mail('invitation', account)
  else await mailer(email, 'Your place at the Depot', { words: 'To the door', href: url })
  return c.json({})
}

/** The same for every address. */
const shell = ({ storage, header }: Keeping, fault: Fault | undefined) =>
  html`<!doctype html>
    <html lang="en" data-storage="${storage}" data-header="${header}" data-fault="${fault ?? ''}">
      <head>
        <title>The Depot</title>
        <meta name="viewport" content="width=device-width" />
        <script type="module" src="/depot.js"></script>
      </head>
      <body>
        <main></main>
      </body>
    </html>`
