import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORM_TOKEN, FORM_TOKEN_HEADER } from '../screens/parts/form-token.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'
import type { Visitor } from '../testing/visitor.ts'

let testTenant: TestTenant
beforeAll(async () => {
  testTenant = await startTestTenant()
})
afterAll(() => testTenant.close())

const tokenIn = (html: string) =>
  parse(html).querySelector(`input[name=${FORM_TOKEN}]`)?.getAttribute('value') ?? ''

const tokenOn = async (visitor: Visitor) => tokenIn((await visitor.open('/log-in')).html)

/** Sends the form that begins the login, with the token in its field. */
const send = (visitor: Visitor, token?: string) =>
  visitor.request(
    '/log-in',
    { method: 'POST', body: new URLSearchParams(token === undefined ? {} : { [FORM_TOKEN]: token }) },
    false,
  )

describe('a form', () => {
  it('is accepted with the token of its browser, again and again', async () => {
    const { visitor } = await testTenant.sandbox()
    const token = await tokenOn(visitor)
    expect((await send(visitor, token)).status).toBe(303)
    expect((await send(visitor, token)).status).toBe(303)
    expect(await tokenOn(visitor)).toBe(token)
  })

  it('is refused without a token, and with the one of another browser', async () => {
    const { visitor } = await testTenant.sandbox()
    const other = await testTenant.sandbox()
    await tokenOn(visitor)
    expect((await send(visitor)).status).toBe(403)
    const refused = await send(visitor, await tokenOn(other.visitor))
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('This form is out of date')
  })

  it('is refused from a browser that was never given a token', async () => {
    const { visitor } = await testTenant.sandbox()
    expect((await send(visitor, 'anything')).status).toBe(403)
  })
})

it('a form that a mailed link led to is refused once another link was opened in that browser', async () => {
  const { control, email, visitor } = await testTenant.sandbox({ given: 'authenticator-app' })
  const links: string[] = []
  for (const mail of [2, 3]) {
    await visitor.post('/forgot', { email })
    await testTenant.settled()
    links.push(await control.link('password reset link', mail))
  }
  const [first = '', second = ''] = links
  const formOf = async (link: string) => tokenIn((await visitor.open(link)).html)
  await visitor.open(second)
  const token = tokenIn((await visitor.open('/reset')).html)
  const password = 'otter lamp and a river'
  const sendReset = (sent: string) => {
    const body = new URLSearchParams({ [FORM_TOKEN]: sent, password, again: password })
    return visitor.request('/reset', { method: 'POST', body }, false)
  }
  expect(await formOf(first)).not.toBe(token)
  expect((await sendReset(token)).status).toBe(403)
  expect(await formOf(second)).toBe(token)
  expect((await sendReset(token)).headers.get('location')).toMatch(/\/reset\/done$/)
})

describe('a script', () => {
  it('sends the token in a header', async () => {
    const { visitor } = await testTenant.sandbox()
    const token = await tokenOn(visitor)
    const json = (headers: Record<string, string>) =>
      visitor.request('/log-in/key/options', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      })
    expect((await json({ [FORM_TOKEN_HEADER]: token })).status).not.toBe(403)
    expect((await json({ [FORM_TOKEN_HEADER]: 'another' })).status).toBe(403)
  })
})
