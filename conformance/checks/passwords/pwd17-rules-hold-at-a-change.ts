import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { mailedKinds, whyNoLink } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { withValue } from '../bench/with-value.ts'
import { defineCheck } from '../check.ts'
import { changePassword, openChangeForm } from './change-form.ts'
import type { Tried } from './choose.ts'
import { longPasswords, nearlyThat } from './long-passwords.ts'
import { opensElsewhere } from './opens-elsewhere.ts'
import { around } from './pwd6-names-in-password-refused.ts'
import { withFirst, withLast } from './repeated.ts'
import { mixedPassword, ofKinds } from './shape.ts'
import { longEnough, refusedMixed, WELL_KNOWN_MIXED } from './well-known.ts'

const LENGTH = 24

export const pwd17 = defineCheck({
  id: 'PWD17',
  title: 'A password that is changed by someone who is logged in is held to the rules of the first one',
  source: 'NIST 3.1.1.2; 6.2.1; 6.2.4; 6.2.8; 6.2.11; 2.2.2',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'session'],
  uses: ['codes', 'activation', 'reset'],
  needs: ['pages.changePassword', 'documented.passwordLength'],
  seconds: 300,
  claims: {
    short: 'a password one character shorter than documented is refused there',
    'well-known': 'a well-known password is refused there',
    words: 'a password that contains a documented word is refused there',
    kinds: 'a password of one kind of characters fewer than documented is refused there',
    row: 'a password with one character more often in a row than documented is refused there',
    repeated: 'where the new password is entered twice there, another one in the second field is refused',
    last: 'a long password that was set there is compared to its last character',
    case: 'a password that was set there is compared in its case',
    ...rejectionClaims,
  },
  async prove(bench) {
    const rejections = new Rejections(bench)
    const control = mixedPassword(Math.max(LENGTH, bench.documented('passwordLength')))
    let held = await heldChange(bench, control)
    for (const one of triedAt(bench, await wellKnownOf(bench))) {
      const error = await held.send(one.password)
      const accepted = !(await held.opens(held.person.account.password))
      rejections.prove({
        ...one,
        error,
        accepted,
        otherwise: 'it is accepted: the former password no longer opens the account',
      })
      if (accepted) held = await heldChange(bench, control)
    }
    if (held.isRepeated) {
      const error = await held.send(control, `${control}x`)
      const accepted = await held.opens(control)
      const of = 'another password in the second field'
      rejections.prove({ claim: 'repeated', of, error, accepted, otherwise: 'the first one is set' })
      if (accepted) held = await heldChange(bench, control)
    } else bench.skip('repeated', 'The form sends the new password once.')
    const works = async (change: HeldChange) => {
      await change.send(control)
      return change.opens(control)
    }
    await rejections.control({
      of: `a password of ${control.length} characters of every kind`,
      works: () => works(held),
      afresh: async () => works(await heldChange(bench, control)),
    })
    await proveCompared(bench)
  },
})

/** Changes the password to a long one, and tries others that differ from it in little. */
async function proveCompared(bench: Bench) {
  for (const long of longPasswords) {
    const person = await account(bench)
    await toProtectedPage(person)
    const form = await openChangeForm(person)
    await changePassword(person, form, person.account.password, long)
    const opens = async (password: string) => opensElsewhere(person, password)
    // The control: the password itself.
    if (!(await opens(long))) continue
    for (const { claim, password } of nearlyThat(long))
      bench.claim(claim, !(await opens(password)), 'the other one opens the account, too')
    return
  }
  for (const claim of ['last', 'case']) bench.skip(claim, 'No password of 64 characters is accepted there.')
}

/** One that is refused where a mail leads to the form for a new one; without such a mail, any. */
const wellKnownOf = async (bench: Bench): Promise<string | undefined> =>
  bench.target.capabilities.includes('mailbox') &&
  mailedKinds.some((kind) => whyNoLink(bench, kind) === undefined)
    ? refusedMixed(bench)
    : longEnough(bench.target, WELL_KNOWN_MIXED)[0]

/** What the documentation forbids, each in its one property. */
function triedAt(bench: Bench, wellKnown: string | undefined): Tried[] {
  const least = bench.documented('passwordLength')
  const {
    forbiddenWords: [word] = [],
    passwordKindCount: kinds,
    passwordRepeats: most,
  } = bench.target.documented ?? {}
  const tried: Tried[] = [
    { claim: 'short', of: `a password of ${least - 1} characters`, password: mixedPassword(least - 1) },
  ]
  const add = (claim: string, password: string | undefined, of: string, why: string) => {
    if (password === undefined) bench.skip(claim, why)
    else tried.push({ claim, of, password })
  }
  add(
    'well-known',
    wellKnown,
    `the well-known password “${wellKnown}”`,
    'No well-known password of that length is refused on the form for a new one.',
  )
  add(
    'words',
    word && around(word),
    `a password that contains “${word}”`,
    'The documentation names no such word.',
  )
  add(
    'kinds',
    kinds && ofKinds(kinds - 1, LENGTH),
    'a password of one kind fewer',
    'The documentation demands no kinds.',
  )
  const row = most && `${mixedPassword(LENGTH)}${'k'.repeat(most + 1)}`
  add(
    'row',
    row || undefined,
    'a password with a row of equal characters',
    'The documentation limits no rows.',
  )
  return tried
}

interface HeldChange {
  person: Person
  /** Whether the form sends the new password twice. */
  isRepeated: boolean
  /** Sends the form past the page with this new password. @returns the error that is shown */
  send(password: string, repeated?: string): Promise<string | undefined>
  opens(password: string): Promise<boolean>
}

/** Someone at the form, whose request is held back: a rule that the browser alone keeps is none. */
async function heldChange(bench: Bench, control: string): Promise<HeldChange> {
  const person = await account(bench)
  await toProtectedPage(person)
  const form = await openChangeForm(person)
  const sent: Sent = await person.interceptRequest(() =>
    changePassword(person, form, person.account.password, control),
  )
  return {
    person,
    isRepeated: withLast(sent, control, '').body !== withFirst(sent, control, '').body,
    async send(password, repeated = password) {
      const jar = await Jar.of(person)
      const { error } = await jar.sendFresh(sent, (fresh) =>
        withValue(repeated === password ? fresh : withLast(fresh, control, repeated), control, password),
      )
      await jar.close()
      return error
    },
    opens: async (password) => opensElsewhere(person, password),
  }
}
