import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Moment, walk } from '../../machines/model/walk.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import type { Session } from '../session/session.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import type { Overrides } from '../targets/overrides.ts'
import { attemptStep } from './attempt-step.ts'

/** What the product does with people whose password is wrong. */
type Answer = 'switches its form off for a moment' | 'goes to another page'

const LIMIT = 10

/** A product with one form, no headings and no second factor, which locks an account after ten wrong passwords in a row. */
async function start(answer: Answer) {
  let wrong = 0
  const sent: string[] = []
  const locked = () => (wrong >= LIMIT ? 'Your account is locked' : 'That is wrong')
  const oneForm = `<form>
    <fieldset><label>Email address <input name="email"></label>
    <label>Password <input name="password" type="password"></label><button>Continue</button></fieldset>
    <p role="alert" id="said"></p></form>
    <script>
      const [form] = document.forms
      form.onsubmit = async (event) => {
        event.preventDefault()
        const body = new FormData(form)
        const off = (is) => { for (const one of form.elements) one.disabled = is }
        off(true)
        const answer = await fetch('/login', { method: 'POST', body })
        const text = await answer.text()
        if (answer.ok) return location.assign('/home')
        ${answer === 'goes to another page' ? "return location.assign('/sorry?' + encodeURIComponent(text))" : ''}
        setTimeout(() => { off(false); said.textContent = text }, 300)
      }
    </script>`
  const app = new Hono()
    .get('/', (c) => c.html(oneForm))
    .get('/sorry', (c) =>
      c.html(
        `<p role="alert">${decodeURIComponent(new URL(c.req.url).search.slice(1))}</p><a href="/">Try again</a>`,
      ),
    )
    .post('/login', async (c) => {
      const { password } = await c.req.parseBody<{ password: string }>()
      sent.push(password)
      if (password === 'secret' && wrong < LIMIT) {
        wrong = 0
        setCookie(c, 'session', 'in')
        return c.text('')
      }
      wrong += 1
      return c.text(locked(), 401)
    })
    .get('/home', (c) => (getCookie(c, 'session') ? c.html('<h1>Dashboard</h1>') : c.text('no', 401)))
  return { ...(await serve(app)), sent }
}

const oneForm = { unneeded: 'one form' }
const none = { absent: 'no second factor', signedIn: 'the password is enough' }
const overrides: Overrides = {
  'invitation-mail': { absent: 'no mail' },
  'login-page': { heading: false, labels: { 'Log In': oneForm } },
  'email-address': { heading: false, labels: { Continue: oneForm } },
  'enter-your-password': {
    heading: false,
    labels: { Edit: oneForm },
    messages: { blocked: 'Your account is locked' },
  },
  'keep-your-account-safe': none,
  'verify-your-identity': none,
}

const events = [
  'open-tenant-link',
  'log-in',
  'email.registered',
  'password.right',
  'go-back',
  'email.registered',
  'password.wrong-ten-times',
]

/** How the last of these events is judged, at the page where the session is. */
async function lastOf(session: Session, given: string, events: string[]) {
  const flow = flowIn([session.pack], 'log-in')
  const moments = walk(flow, given, events)
  const [before, after] = moments.slice(-2) as [Moment, Moment]
  if (!after.edge) throw new Error('The walk has no such event.')
  const step = { flow, edge: after.edge, before, after, way: moments.slice(0, -1) }
  return (await attemptStep(session, step)).judgement
}

async function judged(page: Page, answer: Answer) {
  const product = await start(answer)
  const account = { email: 'ada@example.com', password: 'secret' }
  const at = { url: product.url, dashboard: `${product.url}/home`, account }
  const session = await sessionAt(page, '', { overrides }, at)
  await session.page.goto(product.url)
  await session.page.getByLabel('Email address').fill(account.email)
  const judgement = await lastOf(session, 'activated', events)
  await product.close()
  return { judgement, sent: product.sent }
}

test('a form that is switched off for a moment sends nobody back to an earlier login', async ({ page }) => {
  const { judgement, sent } = await judged(page, 'switches its form off for a moment')
  expect(sent).not.toContain('secret')
  expect(sent).toHaveLength(LIMIT)
  expect(judgement, judgement.reason).toMatchObject({ verdict: 'passed' })
})

test('someone who is led to another page by what is wrong goes back, and tries again', async ({ page }) => {
  const { judgement, sent } = await judged(page, 'goes to another page')
  expect(sent).not.toContain('secret')
  expect(sent).toHaveLength(LIMIT)
  expect(judgement, judgement.reason).toMatchObject({ verdict: 'passed' })
})

test('where the way back logs somebody in, the wrong input is not to blame', async ({ page }) => {
  const login =
    '<h1>Enter Your Password</h1><form action="/in"><label>Password <input name="password" type="password"></label><button>Continue</button></form>'
  const code =
    '<h1>Verify Your Identity</h1><form action="/"><label>Enter one time code <input name="code"></label><button>Continue</button></form>'
  const app = new Hono()
    .get('/', (c) => c.html(login))
    .get('/code', (c) => c.html(code))
    .get('/in', (c) => {
      setCookie(c, 'session', 'in')
      return c.redirect('/home')
    })
    .get('/home', (c) => (getCookie(c, 'session') ? c.html('<h1>Dashboard</h1>') : c.text('no', 401)))
  const product = await serve(app)
  const target = {
    overrides: {
      'invitation-mail': { absent: 'no mail' },
      'login-page': { heading: 'Enter Your Password', labels: { 'Log In': oneForm } },
      'email-address': { absent: 'the device knows who it is' },
    },
    capabilities: ['authenticator-app' as const],
  }
  const account = {
    email: 'ada@example.com',
    password: 'secret',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  }
  const session = await sessionAt(page, '', target, {
    url: product.url,
    dashboard: `${product.url}/home`,
    account,
    clock: { now: async () => Date.now() },
  })
  await session.page.goto(`${product.url}/code`)
  const wrongCodes = [
    'open-tenant-link',
    'log-in',
    'email.registered',
    'password.right',
    'code.wrong-ten-times',
  ]
  const judgement = await lastOf(session, 'authenticator-app', wrongCodes)
  expect(judgement).toMatchObject({ verdict: 'inconclusive' })
  expect(judgement.reason).toContain('The way back to “Verify Your Identity” has logged the person in')
  await product.close()
})
