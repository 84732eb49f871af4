import { expect, test } from 'vitest'
import { firstLogin } from '../../../machines/first-login/pack.ts'
import type { NumberedEvent, TenantEvent } from '../../tenant/events.ts'
import type { Exchange } from '../../tenant/exchange.ts'
import { codeFlow, exchange, json } from '../../wire/testing/exchanges.ts'
import { liveMessages } from './live-messages.ts'

const { screens } = firstLogin
const at = 1_700_000_000_000

/** Events in the order of the stream, each with the exchange that it tells of. */
function walkOf(...told: [TenantEvent, Exchange?][]) {
  const events = told.map(([event], n): NumberedEvent => ({ ...event, n: n + 1 }))
  const exchanges = new Map(told.flatMap(([, exchange], n) => (exchange ? [[n + 1, exchange] as const] : [])))
  return { screens, events, exchanges, mails: [], secret: undefined, life: undefined }
}

const request = (by: 'browser' | 'tenant' = 'browser'): TenantEvent => ({
  kind: 'request',
  by,
  method: 'GET',
  path: '/',
  status: 200,
})
const titles = (walk: ReturnType<typeof walkOf>) => liveMessages(walk).map(({ title }) => title)

test('what the product asks while it answers comes after what it was asked', async () => {
  const { discovery, token, keys, answer } = await codeFlow()
  const left: Exchange = {
    ...exchange(
      { method: 'POST' },
      { headers: [['location', 'https://idp.example/?client_id=x&response_type=code']] },
    ),
    time: at - 200,
  }
  const sent: TenantEvent = {
    kind: 'act',
    at: 'product',
    did: {
      what: 'send',
      screen: 'email-address',
      press: 'Continue',
      fields: { 'Email address': ['registered'] },
    },
  }
  const walk = walkOf(
    [request('tenant'), discovery],
    [sent],
    [request(), left],
    [request('tenant'), token],
    [request('tenant'), keys],
    [{ kind: 'act', at: 'product', did: { what: 'return' } }],
    [request(), answer],
  )
  expect(titles(walk)).toEqual([
    'Presses “Continue”',
    'Redirect to the provider',
    'Discovery document',
    'Authorization response',
    'Token request',
    'Signing keys',
  ])
})

test('a code is read off the authenticator before it is typed, and the moved clock divides the walk', () => {
  const code: TenantEvent = {
    kind: 'act',
    at: 'product',
    did: {
      what: 'send',
      screen: 'secure-your-account',
      press: 'Continue',
      fields: { 'Enter one time code': ['right'] },
    },
  }
  const walk = walkOf([code], [request()], [{ kind: 'clock', now: at, advanced: 172_800_000 }], [request()])
  expect(titles(walk)).toEqual(['Shows a code', 'Presses “Continue”', 'Request', '2 days pass', 'Request'])
})

test.each([
  ['Configuration', {}, 'Presses “Configuration”', 'presses a button or follows a link'],
  [undefined, {}, 'Follows a link', 'presses a button or follows a link'],
  [undefined, { Method: ['Entra ID'] }, 'Chooses from a list', 'chooses from a list'],
  ['Save', { Method: ['Entra ID'] }, 'Presses “Save”', 'fills in the page and presses the button'],
])('of %s with %o it says what was done with the page', (press, fields, title, says) => {
  const did = { what: 'send', screen: 'dashboard', ...(press && { press }), fields } as const
  const [message] = liveMessages(walkOf([{ kind: 'act', at: 'product', did }]))
  expect(message).toMatchObject({ title, says: expect.stringContaining(says) })
})

test('a request whose inside is not there is a message nevertheless', () => {
  const [message] = liveMessages(walkOf([request('tenant')]))
  expect(message).toMatchObject({
    from: 'product',
    detail: 'GET /',
    status: 200,
    says: expect.stringContaining('no longer stored'),
  })
})

test('the button for the key is pressed before the challenge is asked for, and again before the next one', () => {
  const pressed = (key: 'touch' | 'cancel'): TenantEvent => ({
    kind: 'act',
    at: 'product',
    did: { what: 'send', screen: 'adding-your-security-key', press: 'Use security key', fields: {}, key },
  })
  const options = exchange({ method: 'POST' }, json({ challenge: 'x', rp: {}, pubKeyCredParams: [] }))
  const answer = exchange({ method: 'POST', ...json({ response: { attestationObject: 'x' } }) })
  const cancelled = exchange({ method: 'POST' })
  const told: [TenantEvent, Exchange?][] = [
    [request(), { ...options, time: at }],
    [pressed('cancel')],
    [request(), { ...cancelled, time: at + 1_000 }],
    [request(), { ...options, time: at + 2_000 }],
    [pressed('touch')],
    [request(), { ...answer, time: at + 3_000 }],
  ]
  const order = titles(walkOf(...told))
  const press = 'Presses “Use security key”'
  expect(order).toEqual([
    press,
    'Challenge for a new key',
    'Create a key',
    'Form',
    press,
    'Challenge for a new key',
    'Create a key',
    'A new public key',
    'New public key',
  ])
})

test('300 messages are made in a moment', () => {
  const walk = walkOf(
    ...Array.from({ length: 300 }, (_, n): [TenantEvent, Exchange] => [
      request(),
      exchange({}, {}, { time: at + n }),
    ]),
  )
  const begun = performance.now()
  expect(liveMessages(walk)).toHaveLength(300)
  expect(performance.now() - begun).toBeLessThan(200)
})
