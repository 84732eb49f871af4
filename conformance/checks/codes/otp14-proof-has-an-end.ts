import type { Bench } from '../bench/bench.ts'
import { holder, logOut, requireApp, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'
import { enrolmentsFrom, openFactors, pressAdding } from './factor-pages.ts'
import { outlastLogin, proveAgain } from './prove-again.ts'

const MINUTE = 60

export const otp14 = defineCheck({
  id: 'OTP14',
  title: 'A fresh proof of who it is ends, and counts in its own session alone',
  source: '7.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  uses: ['keys'],
  needs: ['authenticator-app', 'pages.methods'],
  seconds: 120,
  claims: {
    ends: 'a minute after the documented time a proof lets nobody add a factor',
    session: 'a proof in one session lets nobody add a factor in another one',
    logout: 'a proof from before a logout lets nobody add a factor after the next login',
  },
  async prove(bench) {
    requireApp(bench)
    const person = await holder(bench)
    await toProtectedPage(person)
    await outlastLogin(person)
    const other = await anotherSession(person)
    if ((await canAdd(other)) !== false)
      throw new NotTestable('Factors are added without a fresh proof here.')
    await prove(person)
    const inOther = await canAdd(other)
    // The control: where it was given, the proof counts.
    if ((await canAdd(person)) === false)
      throw new NotTestable('A proof counts for the one change that it is asked for.')
    judge(bench, 'session', inOther)
    await proveEnds(bench, person)
    await proveLogout(bench, person)
  },
})

async function anotherSession(person: Person): Promise<Person> {
  const other = await person.bench.elsewhere(person)
  await toProtectedPage(other)
  await outlastLogin(other)
  return other
}

/** Proves who it is: where the list asks for that, or on the way to adding a factor. */
async function prove(person: Person) {
  const { confirm } = person.bench.pages('methods')
  await openFactors(person)
  if (confirm && (await person.canPress(confirm))) await proveAgain(person, confirm)
  else await pressAdding(person)
}

/** Whether a factor can be added without a proof from here on; `undefined` where one is half added, and nothing leads back to the list. */
async function canAdd(person: Person): Promise<boolean | undefined> {
  const { add } = person.bench.pages('methods')
  await openFactors(person)
  const enrolments = await enrolmentsFrom(person)
  if ((await person.isAtOneOf(enrolments, 0)) !== undefined) return undefined
  if (!(await person.canPress(add))) return false
  await person.pressLabel(add)
  return (await person.isAtOneOf(enrolments, person.patience / 2)) !== undefined
}

function judge(bench: Bench, claim: string, isAdding: boolean | undefined) {
  if (isAdding === undefined)
    bench.unproven(claim, 'One is half added, and the list of factors does not open.')
  else bench.claim(claim, !isAdding, 'one can be added')
}

async function proveEnds(bench: Bench, holder: Person) {
  const { documented, capabilities } = bench.target
  const life = documented?.proofKept ?? documented?.proofFor
  if (life === undefined)
    return bench.skip(
      'ends',
      'The documentation does not say how long a proof counts (documented.proofKept).',
    )
  if (!capabilities.includes('clock')) return bench.skip('ends', `${bench.target.name} lacks clock.`)
  const person = await anotherSession(holder)
  await prove(person)
  await person.wait(life + MINUTE)
  judge(bench, 'ends', await canAdd(person))
}

async function proveLogout(bench: Bench, holder: Person) {
  if (bench.target.documented?.proofFor !== undefined)
    return bench.skip('logout', 'The login itself counts as a proof here.')
  const person = await anotherSession(holder)
  await prove(person)
  await person.open(person.session.arranged.dashboard)
  await logOut(person)
  await toProtectedPage(person)
  judge(bench, 'logout', await canAdd(person))
}
