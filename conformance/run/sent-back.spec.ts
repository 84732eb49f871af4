import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { walkAgain } from './sent-back.ts'

const form = (heading: string, action: string, inner: string) =>
  `<h1>${heading}</h1><form action="${action}">${inner}</form>`

const beginning = form('Netwrix 1Secure', '/email', '<button>Log In</button>')
const inside = '<h1>Keep Your Account Safe</h1><button>Google Authenticator or Similar</button>'
const wrong: string[] = []

// What is wrong sends people back to the beginning.
const app = new Hono()
  .get('/', (c) => c.html(beginning))
  .get('/email', (c) =>
    c.html(form('Welcome', '/password', '<label>Email address <input></label><button>Continue</button>')),
  )
  .get('/password', (c) =>
    c.html(
      form(
        'Enter Your Password',
        '/next',
        '<label>Password <input name="password" type="password"></label><button>Continue</button>',
      ),
    ),
  )
  .get('/next', (c) => {
    const password = c.req.query('password') ?? ''
    if (password === 'secret') return c.html(inside)
    wrong.push(password)
    return c.html(beginning)
  })

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

test('who is sent back walks on without what was refused there', async ({ page }) => {
  const session = await sessionAt(page, '', {}, { url: site.url })
  await session.page.goto(site.url)
  const flow = flowIn([session.pack], 'log-in')
  const events = ['open-tenant-link', 'log-in', 'email.registered', 'password.wrong', 'password.right']
  const [, ...way] = walk(flow, 'activated', events)
  expect(await walkAgain(session, flow, way)).toBe(true)
  await expect(session.page.getByRole('heading', { name: 'Keep Your Account Safe' })).toBeVisible()
  expect(wrong).toEqual([])
})
