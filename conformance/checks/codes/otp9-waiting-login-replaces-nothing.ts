import type { Bench } from '../bench/bench.ts'
import {
  enterCode,
  enterFirstCode,
  enterPassword,
  isAtProtectedPage,
  isInside,
  member,
  requireApp,
  toAppEnrolment,
  toCode,
  toPassword,
  whyInWithoutFactor,
} from '../bench/journeys.ts'
import { chooseNewPassword, toReset } from '../bench/mailed-passwords.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { keysHere } from '../keys/ceremony.ts'
import { keyStages, stages, tryOn, type Waiting } from './half-way.ts'

export const otp9 = defineCheck({
  id: 'OTP9',
  title: 'A login that waits half-way replaces no factor that was enrolled meanwhile',
  source: '6.3.3; 7.4.3; 7.5.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'codes', 'session'],
  uses: ['keys', 'reset'],
  needs: ['authenticator-app'],
  seconds: 240,
  claims: {
    enrols: 'the first login enrols an authenticator app',
    methods: 'a login that waits at the choice of a method logs nobody in after that',
    enrolment: 'a login that waits at the enrolment of an app logs nobody in after that',
    registration: 'a login that waits at the registration of a security key logs nobody in after that',
    naming: 'a login that waits for the name of a security key logs nobody in after that',
    address: 'a login that waits for the code enrols nothing by the address of the enrolment',
    prompt: 'a login that waits for the security key enrols nothing by the address of the enrolment',
    kept: 'the app that was enrolled first still opens the account',
    reset: 'a login that waits past the old password logs nobody in after a reset',
  },
  async prove(bench) {
    requireApp(bench)
    const early = whyInWithoutFactor(bench)
    if (early) for (const claim of waiting) bench.skip(claim, `No login waits for a second factor: ${early}`)
    else await proveWaiting(bench)
    await proveAddress(bench)
    await skipIfNotTestable(bench, ['prompt'], () => proveAtPrompt(bench))
  },
})

/** Claims about a first login that waits for a second factor. */
const waiting = [...Object.keys(stages), ...Object.keys(keyStages), 'reset']

async function proveWaiting(bench: Bench) {
  for (const [claim, wait] of Object.entries(stages)) await proveReplacesNothing(bench, claim, wait)
  const hasKeys = bench.optionalRole('keys') && bench.target.capabilities.includes('security-key')
  for (const [claim, wait] of Object.entries(keyStages)) {
    if (!hasKeys) bench.skip(claim, `${bench.target.name} has no security keys.`)
    else await proveReplacesNothing(bench, claim, wait)
  }
  await proveResetEnds(bench)
}

/** Somebody else who knows the password opens the page again on which the holder has enrolled. */
async function proveAddress(bench: Bench) {
  const person = await memberAtEnrolment(bench)
  const enrolment = person.page.url()
  await enterFirstCode(person)
  bench.require('enrols', await isInside(person), 'its right code opens nothing')
  const other = await bench.another(person)
  await toPassword(other)
  await enterPassword(other)
  if (!(await other.isAt(bench.role('codes').codeForm)))
    throw new Unproven('The login of an account with an app asks for no code.')
  await enrolAt(other, enrolment)
  bench.claimOut('address', await other.signedIn(), 'it enrols its own factor and is logged in')
  bench.claim('kept', await opens(await bench.elsewhere(person)), 'it does not')
}

async function proveAtPrompt(bench: Bench) {
  const keys = keysHere(bench)
  const enrolling = await memberAtEnrolment(bench)
  const other = await bench.person(keys.holder)
  await toPassword(other)
  await enterPassword(other)
  await other.reach(keys.prompt)
  const { url } = other.session.arranged
  await enrolAt(other, enrolling.page.url().replace(enrolling.session.arranged.url, url))
  bench.claimOut('prompt', await other.signedIn(), 'it enrols an app and is logged in')
}

async function memberAtEnrolment(bench: Bench): Promise<Person> {
  const person = await member(bench)
  await toAppEnrolment(person)
  return person
}

/** Enrols an app at that address, as far as it is let. */
const enrolAt = (person: Person, address: string) =>
  tryOn({
    person,
    async goOn() {
      await person.open(address)
      await person.reach(person.role('codes').enrolment)
      await enterFirstCode(person)
    },
  })

/**
 * Somebody else who knows the password waits at a stage of the first login, with a phone and a key of their own. The holder
 * enrols by the same steps, which is the control; then the other one goes on.
 */
async function proveReplacesNothing(bench: Bench, claim: string, wait: (person: Person) => Promise<Waiting>) {
  const person = await member(bench)
  const waiting = await wait(await bench.another(person)).catch((error: unknown) => {
    if (!(error instanceof Unproven)) throw error
    bench.skip(claim, error.message)
  })
  if (!waiting) return
  try {
    await toAppEnrolment(person)
  } catch (error) {
    const prompt = bench.optionalRole('keys')?.prompt
    if (!(error instanceof Unproven) || !prompt || !(await person.isAt(prompt, 0))) throw error
    return bench.skip(claim, 'What was enrolled there counts already: the next login asks for it.')
  }
  await enterFirstCode(person)
  bench.require('enrols', await isAtProtectedPage(person), 'its right code opens nothing')
  await tryOn(waiting)
  bench.claimOut(claim, await waiting.person.signedIn(), 'it enrols its own factor and is logged in')
  const later = await bench.elsewhere(person)
  bench.claim('kept', await opens(later), 'it does not')
}

/** The login asks for a code, and takes the one of the phone. */
async function opens(person: Person): Promise<boolean> {
  try {
    await toCode(person)
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    return false
  }
  await enterCode(person)
  return isAtProtectedPage(person)
}

async function proveResetEnds(bench: Bench) {
  const reset = bench.optionalRole('reset')
  if (!reset || !bench.target.capabilities.includes('mailbox'))
    return bench.skip('reset', `${bench.target.name} resets no passwords by mail that can be read.`)
  const person = await member(bench)
  const other = await bench.another(person)
  await toAppEnrolment(other)
  await toReset(person)
  await chooseNewPassword(person)
  await person.reach(reset.done)
  await tryOn({ person: other, goOn: () => enterFirstCode(other) })
  bench.claimOut('reset', await other.signedIn(), 'it enrols its own factor and is logged in')
}
