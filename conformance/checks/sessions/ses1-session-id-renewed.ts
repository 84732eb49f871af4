import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, arrive, enterCode, enterPassword, isAskedForCode, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { proveAgain } from '../codes/prove-again.ts'
import { sessionCookies } from './session-cookies.ts'

export const ses1 = defineCheck({
  id: 'SES1',
  title: 'The session id is a new one after each proof of who it is, and the old ones open nothing',
  source: '7.2.4',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes'],
  needs: [],
  claims: {
    password: 'the session id from before the password is replaced, and opens nothing',
    code: 'the session id from before the code is replaced, and opens nothing',
    confirmation: 'the session id from before a fresh proof is replaced, and opens nothing',
  },
  async prove(bench) {
    const person = await account(bench)
    await toPassword(person)
    const beforePassword = await person.cookies()
    await enterPassword(person)
    const isAsked = await isAskedForCode(person)
    const beforeCode = await person.cookies()
    if (isAsked) await enterCode(person)
    await arrive(person)
    await proveReplaced(bench, person, 'password', beforePassword)
    if (isAsked) await proveReplaced(bench, person, 'code', beforeCode)
    else bench.skip('code', 'No code is asked for after the password.')
    await proveReplacedByProof(bench, person)
  },
})

type Cookies = Awaited<ReturnType<Person['cookies']>>

async function proveReplaced(bench: Bench, person: Person, claim: string, old: Cookies) {
  const renewed = (await sessionCookies(person)).some(
    ({ name, value }) => !old.some((one) => one.name === name && one.value === value),
  )
  bench.claim(claim, renewed, 'it is the same one')
  const jar = await Jar.with(person, old)
  bench.claimOut(claim, await jar.signedIn(), 'it opens the session')
  await jar.close()
}

/** Where people prove once more who they are. */
async function proveReplacedByProof(bench: Bench, person: Person) {
  const methods = bench.target.pages?.methods
  if (!methods?.confirm) {
    bench.skip('confirmation', `${bench.target.name} has no page that asks for a fresh proof.`)
    return
  }
  const old = await person.cookies()
  await person.open(methods.at)
  await proveAgain(person, methods.confirm)
  await proveReplaced(bench, person, 'confirmation', old)
}
