import { HarValidator } from '@har-sdk/validator'
import { expect, test } from 'vitest'
import { asCurl } from './curl.ts'
import { asHar } from './har.ts'
import { MASK, maskedExchange, secretsIn } from './secrets.ts'
import { codeFlow, exchange, form } from './testing/exchanges.ts'

const signIn = exchange(
  {
    method: 'POST',
    url: 'https://product.example/log-in?x=1',
    ...form({ password: "it's a secret", email: 'a@b.example' }),
  },
  {
    status: 303,
    headers: [
      ['location', '/home'],
      ['set-cookie', 'session=abcdef; Path=/; HttpOnly; Secure'],
      ['set-cookie', 'old=; Max-Age=0'],
    ],
  },
)

test('an archive is valid HAR 1.2', async () => {
  const { all } = await codeFlow()
  const har = asHar([...all, signIn])
  expect(await new HarValidator().verify(har as never)).toEqual([])
  expect(await new HarValidator().verify({ log: { ...har.log, entries: [{}] } } as never)).not.toEqual([])
  const last = har.log.entries.at(-1)
  expect(last?.response.redirectURL).toBe('https://product.example/home')
  expect(last?.response.cookies[0]).toMatchObject({
    name: 'session',
    httpOnly: true,
    secure: true,
    path: '/',
  })
  expect(last?.request.postData?.params).toContainEqual({ name: 'email', value: 'a@b.example' })
})

test('a masked archive has no secret in it, however it was written', async () => {
  const { all } = await codeFlow()
  const exchanges = [...all, signIn]
  const secrets = secretsIn(exchanges)
  const text = JSON.stringify(asHar(exchanges.map((one) => maskedExchange(one, secrets))))
  for (const secret of [
    "it's a secret",
    'it%27s+a+secret',
    'abcdef',
    'the-code',
    'verifier',
    'nonce-that-was-sent',
    'eyJ',
  ])
    expect(text, secret).not.toContain(secret)
  expect(text).toContain(MASK)
  expect(text).toContain('client-1')
})

test('a command line says the request once more, quoted', () => {
  expect(asCurl(signIn)).toBe(
    [
      "curl 'https://product.example/log-in?x=1'",
      "-H 'content-type: application/x-www-form-urlencoded'",
      "--data-raw 'password=it%27s+a+secret&email=a%40b.example'",
    ].join(' \\\n  '),
  )
  expect(asCurl(exchange({ method: 'DELETE', url: "https://product.example/it's" }))).toBe(
    "curl 'https://product.example/it'\\''s' \\\n  -X DELETE",
  )
})

test('300 exchanges are masked in a moment', () => {
  const random = () => crypto.randomUUID()
  const page = (): [string, string][] => [['set-cookie', `session=${random()}`]]
  const exchanges = Array.from({ length: 300 }, () =>
    exchange(
      { url: `https://product.example/?state=${random()}`, ...form({ password: random() }) },
      { headers: page(), body: { text: 'x'.repeat(6000), size: 6000 } },
    ),
  )
  const begun = performance.now()
  const secrets = secretsIn(exchanges)
  for (const one of exchanges) maskedExchange(one, secrets)
  expect(secrets).toHaveLength(900)
  expect(performance.now() - begun).toBeLessThan(2_000)
})
