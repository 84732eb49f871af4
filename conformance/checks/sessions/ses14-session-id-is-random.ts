import type { Bench } from '../bench/bench.ts'
import { bitsOf } from '../bench/bits.ts'
import { type Inside, inside } from '../bench/inside.ts'
import { Jar } from '../bench/jar.ts'
import { account, logInForTheFirstTime } from '../bench/journeys.ts'
import { namesAnother } from '../bench/names-person.ts'
import type { Credentials } from '../bench/person.ts'
import { secondAccount } from '../bench/second-account.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type SessionPart, sessionParts, withPart } from './session-parts.ts'
import { crossed, unsigned, writingsOf } from './token-writings.ts'

const SAMPLES = 6
const LEAST_BITS = 128
/** A few tokens of hexadecimal digits are the same in one place once in ten thousand times. */
const TOLERANCE = 4

export const ses14 = defineCheck({
  id: 'SES14',
  title: 'What holds a session can be neither guessed nor written by anyone but the product',
  source: '7.2.1; 7.2.3; 9.1.1; 9.1.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'administration', 'activation'],
  needs: [],
  seconds: 120,
  claims: {
    different: `${SAMPLES} sessions have ${SAMPLES} different cookies or tokens`,
    bits: `the cookies or tokens differ in at least ${LEAST_BITS} bits, beside the address of the account`,
    rewritten: 'a cookie or token that names its account opens no other one when it is changed to name that',
    swapped:
      'a token that is signed does not open another account when it says what a token of that one says',
    unsigned: 'a token that is signed opens nothing without its signature, or with another one',
  },
  async prove(bench) {
    const samples: Sample[] = []
    while (samples.length < SAMPLES) samples.push(await sample(bench))
    const tokens = samples.map(({ parts, person }) =>
      parts.map(({ value }) => withoutAddress(value, person.account.email)).join('.'),
    )
    bench.claim('different', new Set(tokens).size === SAMPLES, 'two sessions have the same one')
    const bits = Math.floor(bitsOf(tokens))
    bench.claim('bits', bits >= LEAST_BITS - TOLERANCE, `they differ in ${bits} bits at most`)
    const [own] = samples
    if (!own) return
    await skipIfNotTestable(bench, ['rewritten', 'swapped'], () => proveNobodyElses(bench, own))
    await proveUnsigned(bench, own)
  },
})

interface Sample extends Inside {
  parts: SessionPart[]
  whole: Credentials
}

async function sample(bench: Bench): Promise<Sample> {
  const one = await inside(await account(bench))
  await one.jar.close()
  return { ...one, parts: await sessionParts(one.person), whole: await one.person.credentials() }
}

/** What anybody knows is no secret, however it is written. */
const withoutAddress = (value: string, email: string) =>
  (writingsOf(value).find(({ text }) => text.includes(email))?.text ?? value).replaceAll(email, '')

/** What the person sends, with another value of that part. */
const jarWith = ({ person, whole }: Sample, part: SessionPart, value: string): Promise<Jar> =>
  Jar.with(person, withPart(whole, part, value))

/** Whether what names the person names that one in their place. */
async function namesInPlace({ person, asks }: Sample, jar: Jar, address: string): Promise<boolean> {
  const answers = await Promise.all(asks.map((ask) => jar.read(ask)))
  return answers.some((answer) => namesAnother(answer, person.account.email, address))
}

/** What names its account is made to name another one, and what is signed gets what another token says. */
async function proveNobodyElses(bench: Bench, own: Sample) {
  const { email } = own.person.account
  const naming = own.parts.flatMap((part) =>
    writingsOf(part.value)
      .filter(({ text }) => text.includes(email))
      .map(({ text, write }) => ({ part, naming: (other: string) => write(text.replaceAll(email, other)) })),
  )
  const isSigned = own.parts.some(({ value }) => unsigned(value).length > 0)
  if (naming.length === 0) bench.skip('rewritten', 'Nothing that holds a session names its account.')
  if (!isSigned) bench.skip('swapped', NOT_SIGNED)
  if (naming.length === 0 && !isSigned) return
  const { person, address, ...second } = await secondAccount(bench, own.person)
  await logInForTheFirstTime(person, second)
  for (const { part, naming: write } of naming)
    await judge(bench, own, address, { claim: 'rewritten', part, value: write(address) })
  const theirs = await sessionParts(person)
  for (const part of own.parts)
    for (const value of theirs.flatMap((one) => crossed(part.value, one.value)))
      await judge(bench, own, address, { claim: 'swapped', part, value })
}

interface Forged {
  claim: 'rewritten' | 'swapped'
  part: SessionPart
  value: string
}

async function judge(bench: Bench, own: Sample, address: string, { claim, part, value }: Forged) {
  const jar = await jarWith(own, part, value)
  const isOther = await namesInPlace(own, jar, address)
  bench.claim(claim, !isOther, `${part.name} opens the account that it names`)
  await jar.close()
}

const NOT_SIGNED = 'Nothing that holds a session is a JSON Web Token.'

async function proveUnsigned(bench: Bench, own: Sample) {
  const forged = own.parts.flatMap((part) => unsigned(part.value).map((value) => ({ part, value })))
  for (const { part, value } of forged) {
    const jar = await jarWith(own, part, value)
    bench.claimOut('unsigned', await jar.signedIn(), `${part.name} opens the session without its signature`)
    await jar.close()
  }
  if (forged.length === 0) bench.skip('unsigned', NOT_SIGNED)
}
