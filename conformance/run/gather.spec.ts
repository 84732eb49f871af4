import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { edgesOf, stateMetaOf } from '../../machines/model/edges.ts'
import { serve } from '../../site/serve.ts'
import { flowIn } from '../packs/pack-of.ts'
import { beginListening } from '../page/listen.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { pressAtTarget } from '../session/overrides.ts'
import { sessionAt } from '../session/testing/session-at.ts'
import { gather } from './gather.ts'

/** A form whose button is disabled as long as the password is too short. */
const form = (hint: string) => `
  <h1>Change Your Password</h1>${hint}
  <label>New password <input type="password" oninput="weigh()"></label>
  <label>Re-enter new password <input type="password"></label>
  <p id="said" role="status"></p><button>Reset Password</button>
  <script>
    const weigh = () => {
      document.querySelector('button').disabled = true
      if (!document.getElementById('hint')) document.getElementById('said').textContent = 'Use at least 12 characters'
    }
  </script>`

for (const [what, hint, said] of [
  ['is said while the form is filled in', '', true],
  ['was there all the time', '<p id="hint">Use at least 12 characters</p>', false],
] as const)
  test(`beside a disabled button, a message that ${what} ${said ? 'counts' : 'is no answer'}`, async ({
    page,
  }) => {
    const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
    const session = await sessionAt(page, form(hint), {}, denied)
    const flow = flowIn([session.pack], 'activate-account')
    const edge = edgesOf(flow).find(({ id }) => id === 'changePassword.readyButWeak/reset-password')
    if (!edge) throw new Error('The flow has no such transition.')
    const look = (edgeOf = edge) =>
      gather(session, stateMetaOf(flow, 'changePassword.blank'), {
        edge: edgeOf,
        signedIn: false,
        doer: session,
      })
    await look({ ...edge, meta: { inferred: 'the form is shown' } })
    await session.page.getByLabel('New password').first().fill('short')
    await pressAtTarget(session, 'change-your-password', 'Reset Password')
    expect(session.foundDisabled).toBe(true)
    expect((await look()).said).toBe(said)
  })

test('a button that stays disabled counts as the message where the profile says so', async ({ page }) => {
  const disabled = { disabled: 'the button waits for a long password' }
  // The first is never shown: any of the list counts.
  const messages = { 'at least 12 characters': ['This password is too short', disabled] }
  const overrides = { 'change-your-password': { messages } }
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const html = form('<p id="hint">Passwords are long here</p>')
  const session = await sessionAt(page, html, { overrides }, denied)
  const flow = flowIn([session.pack], 'activate-account')
  const edge = edgesOf(flow).find(({ id }) => id === 'changePassword.readyButWeak/reset-password')
  if (!edge) throw new Error('The flow has no such transition.')
  const meta = stateMetaOf(flow, 'changePassword.blank')
  const look = () => gather(session, meta, { edge, signedIn: false, doer: session })
  await pressAtTarget(session, 'change-your-password', 'Reset Password')
  expect((await look()).said).toBe(false)
  await session.page.getByLabel('New password').first().fill('short')
  await pressAtTarget(session, 'change-your-password', 'Reset Password')
  expect(await look()).toMatchObject({ said: true, foundDisabled: true })
  expect([...session.notes]).toContain('no “at least 12 characters”: the button waits for a long password')
})

for (const [what, answer, isAccepted] of [
  ['says nothing, as the profile has it, is accepted', '', true],
  ['says something all the same is not', 'That is no code of yours', false],
] as const)
  test(`a refusal that ${what}`, async ({ page }) => {
    const silent = { silent: 'the window stays as it is' }
    const overrides = { 'secure-your-account': { messages: { code: silent } } }
    const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
    const html = `<h1>Secure Your Account</h1><p>JBSWY3DPEHPK3PXP</p><label>Enter one time code <input></label>
      <button onclick="said.textContent = '${answer}'">Continue</button><p id="said"></p>`
    const session = await sessionAt(page, html, { overrides }, denied)
    const flow = flowIn([session.pack], 'log-in')
    const edge = edgesOf(flow).find(({ id }) => id === 'secureAccount/code.wrong')
    if (!edge) throw new Error('The flow has no such transition.')
    const before = await takeSnapshot(session.page)
    await pressAtTarget(session, 'secure-your-account', 'Continue')
    const sought = { edge, signedIn: false, doer: session }
    const { said } = await gather(session, stateMetaOf(flow, 'secureAccount'), sought, before)
    expect(said).toBe(isAccepted)
    expect([...session.accepted]).toEqual(
      isAccepted ? ['Nothing is said of “code”: the window stays as it is'] : [],
    )
  })

test('what a page in between says is the message, although it is gone behind it', async ({ page }) => {
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const login = '<h1>Enter Your Password</h1><label>Password <input></label><button>Continue</button>'
  const html = `<p role="alert">Wrong email or password</p><button>Go on</button>
    <script>document.querySelector('button').onclick = () => { document.body.innerHTML = '${login}' }</script>`
  const between = [{ when: { role: 'button', name: 'Go on' } as const, press: 'Go on' }]
  const site = await serve(new Hono().get('/home', (c) => c.text('Log in first', 401)))
  const session = await sessionAt(page, html, { between }, { ...denied, dashboard: `${site.url}/home` })
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong')
  if (!edge) throw new Error('The flow has no such transition.')
  const found = await gather(session, stateMetaOf(flow, 'password'), { edge, signedIn: false, doer: session })
  await site.close()
  expect(found).toMatchObject({ missing: [], said: true })
})

test('the message of another refusal is noticed in place of the expected one', async ({ page }) => {
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const html = `<h1>Enter Your Password</h1><label>Password <input></label><button>Continue</button>
    <p role="alert">Password is required</p>`
  const session = await sessionAt(page, html, {}, denied)
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong')
  if (!edge) throw new Error('The flow has no such transition.')
  const look = (others: string[]) =>
    gather(session, stateMetaOf(flow, 'password'), { edge, signedIn: false, doer: session, others })
  expect(await look(['Password is required'])).toMatchObject({ said: false, instead: 'Password is required' })
  expect((await look([])).instead).toBeUndefined()
})

/** A form of name and password that leaves its error where it is until somebody gets in, as the last attempt does after a while. */
const leaves = `<h1>Enter Your Password</h1><form><label>Password <input></label><button>Continue</button></form><p></p>
  <script>
    let attempts = 0
    document.querySelector('form').onsubmit = async (event) => {
      event.preventDefault()
      attempts += 1
      await fetch('http://localhost:9/slow').catch(() => {})
      if (attempts < 3) document.querySelector('p').textContent = 'Wrong email or password'
      else document.body.innerHTML = '<h1>Dashboard</h1>'
    }
  </script>`

test('an error that is left where it was counts at the next refusal, once that is answered', async ({
  page,
}) => {
  let isIn = false
  const facts = { sessionExists: async () => isIn, dashboardOpens: async () => isIn }
  const session = await sessionAt(page, leaves, {}, facts)
  let answered = 0
  await session.page.route('http://localhost:9/slow', async (route) => {
    await session.page.waitForTimeout(500)
    answered += 1
    isIn = answered === 3
    await route.fulfill({ body: '', headers: { 'access-control-allow-origin': '*' } })
  })
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong')
  if (!edge) throw new Error('The flow has no such transition.')
  const meta = stateMetaOf(flow, 'password')
  const look = (baseline?: Snapshot, edgeOf = edge) =>
    gather(session, meta, { edge: edgeOf, signedIn: false, doer: session }, baseline)
  const before = async () =>
    session.lingering.without(
      (await look(undefined, { ...edge, meta: { inferred: 'the form is there' } })).snapshot,
    )
  const attempt = async () => {
    const baseline = await before()
    await pressAtTarget(session, 'enter-your-password', 'Continue')
    return look(baseline)
  }
  expect(await attempt()).toMatchObject({ said: true, dashboard: 'denied' })
  expect(await attempt()).toMatchObject({ said: true, dashboard: 'denied' })
  expect(await attempt()).toMatchObject({ dashboard: 'opens' })
})

test('what a page says newly is named where the documented message is not shown', async ({ page }) => {
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const html = `<h1>Enter Your Password</h1><label>Password <input type="password"></label>
    <button onclick="this.innerHTML = '<img alt=&quot;&quot;> <span>Retry</span>'; said.textContent = 'No such person'">Continue</button>
    <p>Forgotten it?</p><p id="said"></p>`
  const session = await sessionAt(page, html, { patience: 1_000 }, denied)
  const flow = flowIn([session.pack], 'log-in')
  const edge = edgesOf(flow).find(({ id }) => id === 'password/password.wrong')
  if (!edge) throw new Error('The flow has no such transition.')
  const before = await takeSnapshot(session.page)
  await pressAtTarget(session, 'enter-your-password', 'Continue')
  const sought = { edge, signedIn: false, doer: session }
  expect(await gather(session, stateMetaOf(flow, 'password'), sought, before)).toMatchObject({
    said: false,
    news: ['No such person'],
  })
})

test('where nothing was typed, the browser that asks for the field itself says what is documented', async ({
  page,
}) => {
  const denied = { sessionExists: async () => false, dashboardOpens: async () => false }
  const html = `<h1>Enter Your Password</h1><form><label>Password <input type="password" required></label>
    <p></p><button>Continue</button></form>
    <script>document.querySelector('form').onsubmit = (event) => {
      event.preventDefault()
      document.querySelector('p').textContent = 'Wrong email or password'
    }</script>`
  const session = await sessionAt(page, html, { patience: 1_000 }, denied)
  const flow = flowIn([session.pack], 'log-in')
  const attempt = async (event: string, password: string, typed: string[]) => {
    const edge = edgesOf(flow).find(({ id }) => id === `password/password.${event}`)
    if (!edge) throw new Error('The flow has no such transition.')
    const before = session.lingering.without(await takeSnapshot(session.page))
    await beginListening(session.page)
    await session.page.getByLabel('Password').fill(password)
    await pressAtTarget(session, 'enter-your-password', 'Continue')
    const others = ['Wrong email or password', 'Password is required']
    const sought = { edge, signedIn: false, doer: session, others, typed }
    return gather(session, stateMetaOf(flow, 'password'), sought, before)
  }
  expect(await attempt('wrong', 'not-this-one', ['Password'])).toMatchObject({ said: true })
  // What an earlier refusal has left on the page answers nothing.
  expect(await attempt('empty', '', [])).toMatchObject({ said: true })
  expect([...session.notes]).toContain('no “Password is required”: the browser itself asks for the field')
  // Something was typed here as far as the model knows: that it did not arrive proves nothing.
  const lost = await attempt('empty', '', ['Password'])
  expect(lost.said).toBe(false)
  expect(lost.instead).toBeUndefined()
})
