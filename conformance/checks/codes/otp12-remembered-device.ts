import type { Bench } from '../bench/bench.ts'
import {
  arrive,
  asksForCode,
  enterCode,
  enterPassword,
  holder,
  toCode,
  toPassword,
} from '../bench/journeys.ts'
import { leave } from '../bench/log-in-again.ts'
import { chooseNewPassword, endOfReset, toReset } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

const MINUTE = 60

export const otp12 = defineCheck({
  id: 'OTP12',
  title:
    'A remembered device replaces the second factor of its own account alone, until its password is reset',
  source: '6.3.3; 6.4.3',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  uses: ['reset'],
  needs: ['authenticator-app', 'pages.rememberDevice'],
  seconds: 180,
  claims: {
    remembered: 'on a remembered device the password alone logs in',
    elsewhere: 'on another device the code is asked for',
    other: 'on a remembered device the code of another account is asked for',
    password: 'on a remembered device a wrong password opens nothing',
    expires: 'after the documented time the code is asked for again',
    reset: 'after a new password by a mailed link the code is asked for again',
  },
  async prove(bench) {
    const person = await remembered(bench)
    bench.claim('elsewhere', await asksForCode(await bench.elsewhere(person)), 'it is not')
    const other = await onSameDevice(person, await holder(bench))
    bench.claim('other', await asksForCode(other), 'it is not')
    await proveWrongPassword(person)
    await proveReset(person)
    await proveExpires(bench)
  },
})

/** Someone whose device is remembered, and who is logged out. */
async function remembered(bench: Bench): Promise<Person> {
  const person = await holder(bench)
  await toCode(person)
  const label = bench.pages('rememberDevice')
  const box = person.page.getByLabel(label)
  if (!(await box.isVisible()))
    throw new Unproven(`There is no “${label}” where the code is asked for (pages.rememberDevice).`)
  await box.check()
  await enterCode(person)
  await arrive(person)
  await leave(person)
  bench.require('remembered', !(await asksForCode(person)), 'the code is asked for')
  await leave(person)
  return person
}

/** Someone else at the first one's browser: with what it keeps, and for whatever part of the deployment. */
async function onSameDevice(first: Person, other: Person): Promise<Person> {
  const kept = (await first.cookies()).filter(({ expires }) => expires > 0)
  await other.session.context.addCookies(kept.map((cookie) => ({ ...cookie, path: '/' })))
  return other
}

async function proveWrongPassword(person: Person) {
  await toPassword(person)
  await enterPassword(person, 'wrong')
  await person.settle()
  person.bench.claimOut('password', await person.signedIn())
}

async function proveExpires(bench: Bench) {
  const time = bench.target.documented?.deviceRemembered
  if (time === undefined || !bench.target.capabilities.includes('clock'))
    return bench.skip(
      'expires',
      'For how long a device is remembered is not documented, or the time can’t be moved.',
    )
  const person = await remembered(bench)
  await person.wait(time + MINUTE)
  bench.claim('expires', await asksForCode(person), 'it is not')
}

async function proveReset(person: Person) {
  const { bench } = person
  const reset = bench.optionalRole('reset')
  if (!reset || !bench.target.capabilities.includes('mailbox'))
    return bench.skip('reset', `${bench.target.name} resets no passwords by mail that can be read.`)
  await toReset(person)
  await chooseNewPassword(person)
  if ((await endOfReset(person)) === 'in') bench.claim('reset', false, 'the reset itself logs in')
  else bench.claim('reset', await asksForCode(person, 'new'), 'it is not')
}
