import type { Bench } from '../bench/bench.ts'
import { bitsOf } from '../bench/bits.ts'
import { type Inside, inside } from '../bench/inside.ts'
import { Jar } from '../bench/jar.ts'
import { account, logInForTheFirstTime } from '../bench/journeys.ts'
import { namesAnother } from '../bench/names-person.ts'
import { secondAccount } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { unsigned, writingsOf } from './cookie-writings.ts'
import { sessionCookies } from './session-cookies.ts'

const SAMPLES = 6
const LEAST_BITS = 128
/** A few tokens of hexadecimal digits are the same in one place once in ten thousand times. */
const TOLERANCE = 4

export const ses14 = defineCheck({
  id: 'SES14',
  title: 'A session cookie can be neither guessed nor written by anyone but the product',
  source: '7.2.1; 7.2.3; 9.1.1; 9.1.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'administration', 'activation'],
  needs: [],
  seconds: 120,
  claims: {
    different: `${SAMPLES} sessions have ${SAMPLES} different cookies`,
    bits: `they differ in at least ${LEAST_BITS} bits, beside the address of the account`,
    rewritten: 'a cookie that names its account does not open another one when it names that one',
    unsigned: 'a token that is signed opens nothing without its signature, or with another one',
  },
  async prove(bench) {
    const samples: Sample[] = []
    while (samples.length < SAMPLES) samples.push(await sample(bench))
    const tokens = samples.map(({ cookies, person }) =>
      cookies.map(({ value }) => withoutAddress(value, person.account.email)).join('.'),
    )
    bench.claim('different', new Set(tokens).size === SAMPLES, 'two sessions have the same one')
    const bits = Math.floor(bitsOf(tokens))
    bench.claim('bits', bits >= LEAST_BITS - TOLERANCE, `they differ in ${bits} bits at most`)
    const [own] = samples
    if (!own) return
    await skipIfNotTestable(bench, ['rewritten'], () => proveRewritten(bench, own))
    await proveUnsigned(bench, own)
  },
})

interface Sample extends Inside {
  cookies: Awaited<ReturnType<typeof sessionCookies>>
}

async function sample(bench: Bench): Promise<Sample> {
  const one = await inside(await account(bench))
  await one.jar.close()
  return { ...one, cookies: await sessionCookies(one.person) }
}

/** What anybody knows is no secret, however it is written. */
const withoutAddress = (value: string, email: string) =>
  (writingsOf(value).find(({ text }) => text.includes(email))?.text ?? value).replaceAll(email, '')

/** The person’s cookies, one of them changed. */
async function jarWith({ person }: Inside, name: string, value: string): Promise<Jar> {
  const cookies = await person.cookies()
  return Jar.with(
    person,
    cookies.map((one) => (one.name === name ? { ...one, value } : one)),
  )
}

async function proveRewritten(bench: Bench, own: Sample) {
  const { email } = own.person.account
  const naming = own.cookies.flatMap(({ name, value }) =>
    writingsOf(value)
      .filter(({ text }) => text.includes(email))
      .map(({ text, write }) => ({ name, naming: (other: string) => write(text.replaceAll(email, other)) })),
  )
  if (naming.length === 0) return bench.skip('rewritten', 'No session cookie names its account.')
  const { person, address, ...second } = await secondAccount(bench, own.person)
  await logInForTheFirstTime(person, second)
  for (const cookie of naming) {
    const jar = await jarWith(own, cookie.name, cookie.naming(address))
    const answers = await Promise.all(own.asks.map((ask) => jar.read(ask)))
    const isOther = answers.some((answer) => namesAnother(answer, email, address))
    bench.claim('rewritten', !isOther, `${cookie.name} opens the account that it names`)
    await jar.close()
  }
}

async function proveUnsigned(bench: Bench, own: Sample) {
  const forged = own.cookies.flatMap(({ name, value }) =>
    unsigned(value).map((spoiled) => ({ name, value: spoiled })),
  )
  for (const { name, value } of forged) {
    const jar = await jarWith(own, name, value)
    bench.claimOut('unsigned', await jar.signedIn(), `${name} opens the session without its signature`)
    await jar.close()
  }
  if (forged.length === 0) bench.skip('unsigned', 'No session cookie is a JSON Web Token.')
}
