import { press } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, enterPassword, holder, toPassword } from '../bench/journeys.ts'
import type { Person } from '../bench/person.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { sessionCookies } from './session-cookies.ts'

export const ses1 = defineCheck({
  id: 'SES1',
  title: 'The session id is a new one after each proof of who it is, and the old ones are worth nothing',
  source: '7.2.4',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['authenticator-app'],
  async prove(bench) {
    const person = await holder(bench)
    await toPassword(person)
    const before = {
      'from before the password': await person.cookies(),
      'from before the code': [] as Cookies,
    }
    await enterPassword(person)
    await person.sees('verify-your-identity')
    before['from before the code'] = await person.cookies()
    await enterCode(person)
    await person.sees('dashboard')
    for (const [when, cookies] of Object.entries(before)) await proveDead(bench, person, when, cookies)
    await proveRenewedByConfirmation(bench, person)
  },
})

type Cookies = Awaited<ReturnType<Person['cookies']>>

async function proveDead(bench: Bench, person: Person, when: string, old: Cookies) {
  const renewed = (await sessionCookies(person)).some(
    ({ name, value }) => !old.some((one) => one.name === name && one.value === value),
  )
  bench.claim(`no session id ${when} is the one after it`, renewed, 'it is the same one')
  const jar = await Jar.with(person, old)
  bench.claim(`a session id ${when} opens nothing`, isOut(await jar.signedIn()), 'it opens the session')
  await jar.close()
}

/** Where people prove once more who they are. */
async function proveRenewedByConfirmation(bench: Bench, person: Person) {
  const methods = bench.target.pages?.methods
  if (!methods?.confirm) return
  const old = await person.cookies()
  await person.opens(methods.at)
  await press(person.page, methods.confirm, person.patience)
  await person.sees('enter-your-password')
  await enterPassword(person)
  await person.sees('verify-your-identity')
  await enterCode(person)
  await person.session.settling.settled(person.patience)
  await proveDead(bench, person, 'from before the confirmation', old)
}
