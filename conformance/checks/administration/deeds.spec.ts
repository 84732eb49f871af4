import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import type { RoleName } from '../../../machines/model/roles.ts'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Bench } from '../bench/bench.ts'
import { Person } from '../bench/person.ts'
import { resending } from './deeds.ts'

const row = (id: number, email: string) =>
  `<tr><td>${email}</td><td>Viewer</td><td><form method="post" action="/resend/${id}"><button>Resend Invite</button></form></td></tr>`
const app = new Hono()
  .get('/home', (c) =>
    c.html('<h1>Dashboard</h1><a href="/organizations">Configuration</a><button>Log out</button>'),
  )
  .get('/organizations', (c) =>
    c.html('<h1>Managed organizations</h1><a href="/users">Users</a><a href="/my">My organization</a>'),
  )
  .get('/users', (c) =>
    c.html(
      `<h1>Users</h1><a href="/add">Add Users</a><a href="/organizations">Managed organizations</a>
      <table>${row(1, 'somebody@example.com')}${row(2, 'bea@example.com')}</table>`,
    ),
  )

test('of several pending users the one is invited again who is meant', async ({ page }) => {
  const site = await serve(app)
  const session = await sessionAt(
    page,
    '',
    {},
    {
      url: site.url,
      dashboard: `${site.url}/home`,
      mailbox: { mails: async () => [], mailsTo: async () => [] },
    },
  )
  Object.assign(session.target, { packs: [session.pack] })
  const role = (name: RoleName) => session.pack.roles?.[name]
  const administrator = new Person(session, {
    target: session.target,
    role,
    optionalRole: role,
  } as never as Bench)
  const { sent } = await resending(administrator, 'bea@example.com')
  expect(sent.url).toBe(`${site.url}/resend/2`)
  await site.close()
})
