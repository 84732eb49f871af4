import { type Context, Hono } from 'hono'
import { type Account, roles } from './accounts.ts'
import { type Depot, Refused, textsIn, visitor } from './depot.ts'

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/

/** The people of a company: everybody in it sees them, and its administrators change them. */
export function peopleRoutes(depot: Depot): Hono {
  const { accounts, tokens, links, fault } = depot
  const app = new Hono()

  /** @throws Refused to everybody else */
  const administrator = async (c: Context, may: boolean, scopes?: ('whole' | 'half-way')[]) => {
    const { account } = await visitor(depot, c, scopes)
    if (account.role !== 'Administrator' && !may) throw new Refused(403, 'An Administrator may do that')
    return account
  }
  const found = (c: Context, { company }: Account): Account => {
    const account = accounts.of(c.req.param('id') ?? '')
    if (!account || (account.company !== company && fault !== 'people-of-all'))
      throw new Refused(404, 'Nobody of that id is here')
    return account
  }

  app.get('/of/:company', async (c) => {
    const company = c.req.param('company')
    if (fault !== 'people-for-anybody') {
      const { account } = await visitor(depot, c)
      if (account.company !== company) throw new Refused(404, 'No such company')
    }
    const people = accounts.ofCompany(company)
    return c.json(
      people.map(({ id, email, role, hasArrived }) => ({
        ...{ id, email, role },
        state: hasArrived ? 'Has arrived' : 'Is expected',
      })),
    )
  })

  app.post('/', async (c) => {
    const scopes = fault === 'half-way-adds' ? (['whole', 'half-way'] as const) : (['whole'] as const)
    const { company } = await administrator(c, fault === 'everybody-adds', [...scopes])
    const { emails = '', role: named } = await textsIn(c, 'emails', 'role')
    const role = roles.find((one) => one === named)
    const wanted = emails.split(',').map((email) => email.trim())
    if (!role || wanted.some((email) => !ADDRESS.test(email))) throw new Refused(400, 'That is no address')
    if (wanted.some((email) => accounts.named(email)))
      throw new Refused(409, 'Somebody has that address already')
    for (const email of new Set(wanted))
      await links.mail(
        'invitation',
        accounts.add(email, company, role, 'password'),
        accounts.companyNames.get(company),
      )
    return c.json({})
  })

  app.post('/company', async (c) => {
    const { company } = await administrator(c, false)
    const { name = '' } = await textsIn(c, 'name')
    accounts.companyNames.set(company, name)
    return c.json({})
  })

  app.post('/:id/again', async (c) => {
    const account = found(c, await administrator(c, false))
    if (account.hasArrived) throw new Refused(409, 'That person has arrived')
    await links.mail('invitation', account, accounts.companyNames.get(account.company))
    return c.json({})
  })

  app.delete('/:id', async (c) => {
    const account = found(c, await administrator(c, fault === 'everybody-removes'))
    links.spendAllOf(account.id)
    if (fault === 'removed-but-in') {
      delete account.password
      account.company = ''
      return c.json({})
    }
    accounts.remove(account.id)
    tokens.endAllOf(account.id)
    return c.json({})
  })

  return app
}
