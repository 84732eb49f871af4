import { pressable } from '../../../machines/model/screen.ts'
import { nearest } from '../../page/label.ts'
import { allPressable } from '../../page/menus.ts'
import { NotThere } from '../../session/find.ts'
import { namesAtTarget } from '../../session/overrides.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from '../bench/bench.ts'
import {
  enterPassword,
  holder,
  member,
  requireApp,
  toAppEnrolment,
  toCode,
  toMethods,
  toPassword,
  whyInWithoutFactor,
} from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { leadsOut } from '../bench/readings.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'

/** Each costs a page, and a login where it leads away. */
const MOST_OFFERS = 6
/** A screen that is still there is there at once. */
const AT_ONCE = 500

export const otp16 = defineCheck({
  id: 'OTP16',
  title: 'Nothing that is offered beside a second factor leads past it',
  source: '6.3.3; 2.3.1; the documentation: the first login must set a second factor up',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  needs: ['authenticator-app'],
  seconds: 180,
  claims: {
    choice: 'nothing beside the methods at a first login leads past the choice of one',
    enrolment: 'nothing beside the form that sets an app up leads past it',
    code: 'nothing beside the form for the code leads past it',
  },
  async prove(bench) {
    requireApp(bench)
    const { methods, enrolment, codeForm } = bench.role('codes')
    const why = await whyNotFirst(bench)
    if (why !== undefined) for (const claim of ['choice', 'enrolment']) bench.skip(claim, why)
    else {
      await judge(bench, { claim: 'choice', screen: methods, someone: member, go: toMethods })
      await judge(bench, { claim: 'enrolment', screen: enrolment, someone: member, go: toAppEnrolment })
    }
    await judge(bench, { claim: 'code', screen: codeForm, someone: holder, go: toCode })
  },
})

/** Why no first login demands a second factor here; `undefined` where it does. */
async function whyNotFirst(bench: Bench): Promise<string | undefined> {
  const early = whyInWithoutFactor(bench)
  if (early !== undefined) return early
  if (!bench.canArrange(bench.role('login').withoutFactor)) return 'Everybody here has a second factor.'
  const person = await member(bench)
  await toPassword(person)
  await enterPassword(person)
  const { methods } = bench.role('codes')
  const at = await person.isAtOneOf([methods, bench.role('session').protectedPage])
  return at === methods ? undefined : 'Nobody is asked for a second factor before they are logged in.'
}

interface Stage {
  claim: string
  screen: string
  someone(bench: Bench): Promise<Person>
  /** Brings somebody to that screen, also from elsewhere. */
  go(person: Person): Promise<void>
}

const judge = (bench: Bench, { claim, screen, someone, go }: Stage) =>
  skipIfNotTestable(bench, [claim], async () => {
    const person = await someone(bench)
    await go(person)
    const offers = await offersOn(person, screen)
    // Where nothing else is offered, nothing leads past it: the page was there, and was read.
    if (offers.length === 0) bench.claim(claim, true)
    for (const offer of offers) {
      if (!(await person.isAt(screen, AT_ONCE))) await go(person)
      try {
        await person.pressLabel(offer)
      } catch (error) {
        if (!(error instanceof NotThere)) throw error
        continue
      }
      const facts = await person.signedIn()
      bench.claimOut(claim, facts, `“${offer}” logs them in`)
      if (isIn(facts)) return
    }
    // The control: what leads nowhere must not have ended the login either.
    await go(person).catch(() => {
      throw new Unproven('After all that was pressed, nobody gets to that page again.')
    })
  })

/** What can be pressed on a page besides what its documentation has, and what leads out of the product or ends the login. */
async function offersOn(person: Person, screen: string): Promise<string[]> {
  const { session } = person
  const known = namesAtTarget(session, screen, pressable(session.screen(screen)))
  const all = [...new Set(await allPressable(person.page))]
  // What is worded alike is another thing where the documented one is there: “Continue without a code” is no “Continue”.
  const documented = new Set(known.map((one) => nearest(one, all)?.name))
  const offers: string[] = []
  for (const name of all)
    if (name && !documented.has(name) && !(await leadsOut(person, name))) offers.push(name)
  return offers.slice(0, MOST_OFFERS)
}
