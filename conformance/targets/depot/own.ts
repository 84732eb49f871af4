import { Hono } from 'hono'
import { isPassword, roles, setPassword, whyNotNew } from './accounts.ts'
import { type Depot, Refused, textsIn, visitor } from './depot.ts'
import { forgetRenewal, keepRenewal } from './renewals.ts'

/** What people do with their own account: mailed links, a new password, leaving. */
export function ownRoutes(depot: Depot): Hono {
  const { accounts, tokens, links, mailer, fault } = depot
  const app = new Hono()
  let last = ''

  const notice = (email: string) =>
    void mailer(email, 'A change at the Depot', { words: 'Your password is another one now.' })
  const lengthHere = fault === 'length-in-browser-only' || fault === 'silent-length' ? true : undefined

  app.get('/me', async (c) => {
    const scopes = fault === 'half-way-token' ? (['whole', 'half-way'] as const) : undefined
    const { account } = await visitor(depot, c, scopes)
    const { email, name, role, company } = account
    last ||= email
    const companyName = accounts.companyNames.get(company)
    return c.json({ email: fault === 'last-name' ? last : email, name, role, company, companyName })
  })

  app.post('/me/password', async (c) => {
    const { account } = await visitor(depot, c)
    const { current = '', password = '' } = await textsIn(c, 'current', 'password')
    if (fault !== 'change-without-current' && !(await isPassword(account, current)))
      throw new Refused(400, 'That is not your password')
    const why = whyNotNew(password, lengthHere)
    if (why) throw new Refused(400, why)
    await setPassword(account, password)
    tokens.endAllOf(account.id)
    depot.renewals?.endAllOf(account.id)
    keepRenewal(depot, c, account.id)
    notice(account.email)
    return c.json({ token: await tokens.begin(account.id, 'whole') })
  })

  app.post('/log-out', async (c) => {
    const { session } = await visitor(depot, c)
    if (fault !== 'logout-in-browser-only') tokens.end(session.id)
    forgetRenewal(depot, c)
    return c.json({})
  })

  app.post('/forgot', async (c) => {
    const { email = '' } = await textsIn(c, 'email')
    if (fault === 'reset-minds-capitals' && /[A-Z]/.test(email)) throw new Refused(400, 'That is no address')
    const account = accounts.named(email)
    // Nobody waits for the mail: whether there is one must not show in the time.
    if (account?.password) void links.mail('reset', account)
    return c.json({})
  })

  app.post('/links/look', async (c) => {
    const { t = '', at = '' } = await textsIn(c, 't', 'at')
    const found = links.look(t, at)
    if (!found) throw new Refused(404, 'That link is no good')
    return c.json({ kind: found.link.kind, isOver: found.isOver })
  })

  app.post('/links/renew', async (c) => {
    const { t = '', at = '' } = await textsIn(c, 't', 'at')
    const found = links.look(t, at)
    const account = found && accounts.of(found.link.of)
    if (!found?.isOver || !account || found.link.kind !== 'invitation')
      throw new Refused(404, 'That link is no good')
    await links.mail('invitation', account)
    return c.json({})
  })

  app.post('/links/password', async (c) => {
    const names = ['t', 'at', 'password', 'email', 'role'] as const
    const { t = '', at = '', password = '', email = '', role } = await textsIn(c, ...names)
    const found = links.look(t, at)
    const own = found && !found.isOver ? accounts.of(found.link.of) : undefined
    const account = (own && fault === 'link-of-named-account' && accounts.named(email)) || own
    if (!account) throw new Refused(404, 'That link is no good')
    const why = whyNotNew(password, lengthHere)
    if (why) throw new Refused(400, why)
    if (fault !== 'link-works-twice') links.spend(t)
    await setPassword(account, password)
    const chosen = roles.find((one) => one === role)
    if (fault === 'role-by-invited' && chosen) account.role = chosen
    if (fault !== 'reset-keeps-tokens') tokens.endAllOf(account.id)
    depot.renewals?.endAllOf(account.id)
    notice(account.email)
    return c.json({})
  })

  return app
}
