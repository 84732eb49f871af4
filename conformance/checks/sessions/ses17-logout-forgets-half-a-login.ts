import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterCode, holder, requireApp, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import type { Sent } from '../bench/sent.ts'
import { defineCheck } from '../check.ts'
import { type HeldCode, heldCode } from '../codes/held-code.ts'
import { requestOfLogout, wayOutHere } from './way-out.ts'

export const ses17 = defineCheck({
  id: 'SES17',
  title: 'Logging out forgets a login that is half done',
  source: '7.4.1; 2.3.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 180,
  claims: {
    whole: 'after a logout no code goes on with a login that waited in that browser before',
    'half-way': 'someone who logs out while a code is asked for is not logged in by the code alone',
  },
  async prove(bench) {
    requireApp(bench)
    const person = await holder(bench)
    await needOpening(person)
    const whole = await heldCode(await bench.elsewhere(person))
    await toProtectedPage(whole.person)
    const out = await requestOfLogout(whole.person)
    bench.claim('whole', !(await goesOn(whole)), 'the code opens a session')
    await proveHalfWay(bench, await heldCode(await bench.elsewhere(person)), out)
  },
})

/**
 * The control: with what the browser keeps half-way, the request for the code opens a session.
 * @throws Unproven where it does not; NotTestable where it opens one without anything that the browser keeps
 */
async function needOpening(person: Person): Promise<void> {
  const { jar, withCode, send } = await heldCode(person)
  const nobody = await Jar.with(person)
  await nobody.send(withCode(await person.session.codes.right()))
  if (isIn(await nobody.signedIn()))
    throw new NotTestable('The request for the code tells by itself that a password was given before.')
  await send(await person.session.codes.right())
  if (!isIn(await jar.signedIn()))
    throw new Unproven('The control fails: without a logout the code opens nothing either.')
  await Promise.all([jar.close(), nobody.close()])
}

/** Whether someone gets in who has logged out: by the request that was held back, or at the form for the code. */
async function goesOn(held: HeldCode): Promise<boolean> {
  const { person, sent } = held
  const jar = await Jar.of(person)
  const isOpened = await opensBy(jar, held)
  await jar.close()
  if (isOpened) return true
  await person.open(sent.from ?? person.session.arranged.url)
  if (!(await person.isAt(person.role('codes').codeForm, 0))) return false
  await enterCode(person)
  return isIn(await person.signedIn())
}

/** As the page of now would send it, and as it was sent then. */
async function opensBy(jar: Jar, { person, sent, withCode }: HeldCode): Promise<boolean> {
  for (const request of [await jar.fresh(sent), sent]) {
    await jar.send(withCode(await person.session.codes.right(), request))
    if (isIn(await jar.signedIn())) return true
  }
  return false
}

/**
 * By what the page offers or, where it offers nothing, by the request that logs out from within. That one may be answered to anybody who is
 * not logged in as any other is: then nobody was logged out.
 */
async function proveHalfWay(bench: Bench, held: HeldCode, out: Sent | undefined): Promise<void> {
  const { person } = held
  const offered = await wayOutHere(person)
  if (offered !== undefined) {
    await person.pressLabel(offered)
    return void bench.claim('half-way', !(await goesOn(held)), 'the code opens a session')
  }
  const jar = await Jar.of(person)
  const { dashboard } = person.session.arranged
  const otherwise = await jar.open(dashboard)
  const answer = out && (await jar.sendFresh(out))
  if (!answer || answer.error !== undefined || answer.url === otherwise.url)
    bench.skip('half-way', 'Nobody logs out here while a code is asked for.')
  else bench.claim('half-way', !(await opensBy(jar, held)), 'the code opens a session')
  await jar.close()
}
