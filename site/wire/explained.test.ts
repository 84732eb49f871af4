import { describe, expect, test } from 'vitest'
import { codeAt } from '../../machines/devices/authenticator-app.ts'
import { clauseOf, clauses } from './clauses.ts'
import { codeSteps } from './code-steps.ts'
import { kindOf } from './kind-of.ts'
import { readLink } from './link.ts'
import { meanings } from './meanings.ts'
import { messageOf } from './of-exchange.ts'
import { meaningOf } from './parameters.ts'
import { cookiesSet, jsonOf, parametersOf } from './read-exchange.ts'
import { codeFlow, exchange, form, json } from './testing/exchanges.ts'

test('each exchange of a log-in is known for what it is', async () => {
  const { all } = await codeFlow()
  expect(all.map(kindOf)).toEqual([
    'discovery',
    'authorization-request',
    'authorization-answer',
    'token-request',
    'key-set',
  ])
})

test.each([
  ['password', exchange({ method: 'POST', ...form({ password: 'x' }) })],
  ['code', exchange({ method: 'POST', ...form({ code: '123456' }) })],
  ['form', exchange({ method: 'POST', ...form({ email: 'x' }) })],
  ['redirect', exchange({}, { status: 302 })],
  ['page', exchange({})],
  [
    'page',
    exchange(
      { url: 'no address' },
      { headers: [['content-type', 'application/json']], body: { text: '{"cut', size: 900 } },
    ),
  ],
  [
    'hand-over',
    exchange({}, { headers: [['refresh', '0; url=https://idp.example/?response_type=code&client_id=x']] }),
  ],
  ['authorization-error', exchange({ url: 'https://product.example/cb?error=access_denied&state=x' })],
  ['back-channel-logout', exchange({ method: 'POST', ...form({ logout_token: 'x' }) })],
])('%s', (kind, exchange) => {
  expect(kindOf(exchange)).toBe(kind)
  expect(() => parametersOf(exchange)).not.toThrow()
})

test('a form is called by its fields in words', () => {
  const titleOf = (fields: Record<string, string>) =>
    messageOf('1', exchange({ method: 'POST', ...form(fields) })).title
  expect(titleOf({ loginfmt: 'x', do: 'name' })).toBe('Form: account')
  expect(titleOf({ stay: 'yes' })).toBe('Form: stay signed in or not')
  expect(titleOf({ redirectUri: 'x', 'discovery-url': 'y' })).toBe('Form: redirect uri, discovery url')
  expect(titleOf({ 'enter-one-time-code': '123456' })).toBe('Form with a one-time code')
})

test.each([
  ...['client_info', 'ext_expires_in', 'authenticatorSelection', 'extensions', 'hints', 'loginfmt', 'stay'],
  ...['scopes_supported', 'token_endpoint_auth_methods_supported', 'request_uri_parameter_supported'],
  ...['id_token_signing_alg_values_supported', 'claims_supported', 'code_challenge_methods_supported'],
  ...['id_token_encryption_enc_values_supported', 'device_authorization_endpoint', 'cloud_instance_name'],
  ...['acr_values_supported', 'http_logout_supported', 'msgraph_host', 'response_modes_supported'],
])('%s has a meaning', (name) => {
  const { means, isSecret } = meaningOf(name)
  expect(means).toMatch(/\.$/)
  expect(isSecret).toBe(false)
})

test('only what follows a form is said to follow one', () => {
  const opened = messageOf('1', exchange({}, { status: 303 }))
  expect(`${opened.says} ${opened.why}`).not.toMatch(/form/)
  expect(opened.clauses).not.toContain('see-other')
  const sent = messageOf('2', exchange({ method: 'POST', ...form({ email: 'x' }) }, { status: 303 }))
  expect(sent.clauses).toContain('see-other')
})

test('a clause about what was not sent is not named', () => {
  const ask = 'https://idp.example/authorize?response_type=code&client_id=x'
  const come = 'https://product.example/cb?state=x&code=y'
  const clausesOf = (url: string) => messageOf('1', exchange({ url })).clauses
  expect(clausesOf(ask)).not.toContain('code-challenge')
  expect(clausesOf(`${ask}&code_challenge=z`)).toContain('code-challenge')
  expect(clausesOf(come)).not.toContain('response-issuer')
  expect(clausesOf(`${come}&iss=z`)).toContain('response-issuer')
})

test('a code means what its exchange is about', () => {
  expect(meaningOf('code', 'code').means).toContain('authenticator app')
  expect(meaningOf('code', 'authorization-answer').means).toContain('exchanges it for tokens')
  expect(meaningOf('code', 'code').isSecret).toBe(true)
})

test('every clause that is named is there, with an address', () => {
  for (const { clauses } of Object.values(meanings))
    for (const key of clauses) expect(clauseOf(key), key).toBeDefined()
  for (const { href } of Object.values(clauses)) expect(href).toMatch(/^https:\/\/[\w.-]+\/\S+#\S+$/)
})

test('cookies are set and removed', () => {
  const set = cookiesSet(
    exchange(
      {},
      {
        headers: [
          ['set-cookie', 'a=1=2; HttpOnly'],
          ['Set-Cookie', 'b=; Max-Age=0'],
          ['set-cookie', 'c=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
        ],
      },
    ),
  )
  expect(set.map(({ name, value, isRemoved }) => [name, value, isRemoved])).toEqual([
    ['a', '1=2', false],
    ['b', '', true],
    ['c', '', true],
  ])
})

test('a body that is no JSON, or a list, is none', () => {
  expect(
    jsonOf({ headers: [['content-type', 'application/json']], body: { text: '[1]', size: 3 } }),
  ).toBeUndefined()
  expect(jsonOf(json({ a: 1 }))).toEqual({ a: 1 })
})

describe('a one-time code', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

  test('is made step by step as RFC 6238 appendix B has it', async () => {
    const uri = `otpauth://totp/x?secret=${secret}&digits=8`
    const steps = await codeSteps(uri, 59_000)
    expect(Array.isArray(steps) && steps.at(-1)?.value).toBe('94287082')
    const late = await codeSteps(uri, 20_000_000_000_000)
    expect(Array.isArray(late) && late.at(-1)?.value).toBe('65353130')
  })

  test('is the code that the phone shows', async () => {
    const steps = await codeSteps(secret, 1_700_000_012_345)
    expect(Array.isArray(steps) && steps.at(-1)?.value).toBe(codeAt(secret, 1_700_000_012_345))
  })

  test.each(['', '1', '189'])('a secret that is none gets a sentence: %j', async (secret) => {
    expect(await codeSteps(secret, 0)).toEqual({ wrong: expect.stringContaining('not the secret') })
  })
})

describe('a mailed link', () => {
  test('shows what is random in it', () => {
    const read = readLink('https://product.example/activate/button/Zq3vL8m1Yt0aB2cD4eF6gH8iJ0kL2mN4')
    if ('wrong' in read) throw new Error(read.wrong)
    expect(read.parts.filter(({ isRandom }) => isRandom).map(({ text }) => text)).toEqual([
      'Zq3vL8m1Yt0aB2cD4eF6gH8iJ0kL2mN4',
    ])
    expect(read.says).toContain('up to 192 bits')
    expect(read.parts.map(({ text }) => text).join('')).toContain(
      'https://product.example/activate/button/Zq3v',
    )
  })

  test('without anything random proves nothing', () => {
    expect(readLink('https://product.example/a-long-name-of-words-only')).toMatchObject({
      says: expect.stringContaining('proves nothing'),
    })
    expect(readLink('no link')).toEqual({ wrong: expect.stringContaining('not a valid address') })
  })
})
