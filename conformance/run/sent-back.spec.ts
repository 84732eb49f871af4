import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { attemptStep } from './attempt-step.ts'
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

/** Each wrong code ends its login, and ten of them block the account: the page for the code says so, or that of the password. */
const counting = (endsLogin: boolean) => {
  let wrongCodes = 0
  const login = (said = '') =>
    `${said}${form('Enter Your Password', '/code', '<label>Password <input name="password" type="password"></label><button>Continue</button>')}`
  return new Hono()
    .get('/', (c) => c.html(login()))
    .get('/code', (c) => {
      const field = '<label>Enter one time code <input name="code"></label><button>Continue</button>'
      return c.html(
        form('Verify Your Identity', wrongCodes < 9 ? '/wrong' : '/too-many', field.concat(isBlocked())),
      )
    })
    .get('/wrong', (c) => {
      wrongCodes += 1
      return c.html(login('<p role="alert">That code is wrong</p>'))
    })
    .get('/too-many', (c) => {
      wrongCodes += 1
      return endsLogin ? c.html(login(isBlocked())) : c.redirect('/code')
    })
    .get('/home', (c) => c.text('no', 401))
  function isBlocked() {
    return wrongCodes < 10 ? '' : '<p role="alert">You tried too many codes</p>'
  }
}

for (const endsLogin of [false, true])
  test(`someone whose login ends with each wrong code logs in again for the next one${endsLogin ? ', and after the last one' : ''}`, async ({
    page,
  }) => {
    const product = await serve(counting(endsLogin))
    const oneForm = { unneeded: 'one form' }
    const overrides = {
      'invitation-mail': { absent: 'no mail' },
      'login-page': { heading: 'Enter Your Password', labels: { 'Log In': oneForm } },
      'email-address': { absent: 'the device knows who it is' },
    }
    const session = await sessionAt(
      page,
      '',
      { overrides, capabilities: ['authenticator-app'] },
      {
        url: product.url,
        dashboard: `${product.url}/home`,
        account: {
          email: 'ada@example.com',
          password: 'secret',
          totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        },
        clock: { now: async () => Date.now() },
      },
    )
    await session.page.goto(`${product.url}/code`)
    const flow = flowIn([session.pack], 'log-in')
    const events = [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.right',
      'code.wrong-ten-times',
      'code.right',
    ]
    const moments = walk(flow, 'authenticator-app', events)
    for (const n of [moments.length - 2, moments.length - 1]) {
      const [before, after] = moments.slice(n - 1, n + 1) as [Moment, Moment]
      const { edge } = after
      if (!edge) throw new Error('The walk has no such event.')
      const { judgement } = await attemptStep(session, {
        flow,
        edge,
        before,
        after,
        way: moments.slice(0, n),
      })
      expect(judgement, judgement.reason).toMatchObject({ verdict: 'passed' })
    }
    expect([...session.notes]).toContain(
      'what is wrong ends a login that is half done: the login starts over',
    )
    await product.close()
  })

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
