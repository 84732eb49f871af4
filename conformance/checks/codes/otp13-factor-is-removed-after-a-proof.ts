import { NotThere } from '../../session/find.ts'
import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { holder, requireApp, toProtectedPage } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { addKey } from '../keys/add-key.ts'
import {
  enrolmentsFrom,
  openFactors,
  openFactorsProven,
  pressAdding,
  pressRemoval,
  pressRemover,
  removable,
  removalOf,
  removeFactor,
} from './factor-pages.ts'
import { adviseOnProof, asksForProof, outlastLogin } from './prove-again.ts'

export const otp13 = defineCheck({
  id: 'OTP13',
  title: 'No factor is removed, and none is replaced, without a fresh proof of who it is',
  source: '7.5.1',
  level: 'MUST',
  asvsLevel: 2,
  roles: ['login', 'codes', 'session'],
  uses: ['keys'],
  needs: ['authenticator-app', 'pages.methods'],
  seconds: 150,
  claims: {
    address: 'the address of the page that sets a factor up opens to nobody without a fresh proof',
    removed: 'a factor is not removed without a fresh proof',
    ...rejectionClaims,
  },
  async prove(bench) {
    requireApp(bench)
    const person = await holder(bench)
    await toProtectedPage(person)
    await outlastLogin(person)
    await proveAddress(bench, await alsoInside(person), person)
    await skipIfNotTestable(bench, ['removed', ...Object.keys(rejectionClaims)], async () =>
      proveRemoved(bench, await alsoInside(person), person),
    )
  },
})

/** The same person in another session: some products let someone who has begun to add a factor do nothing else. */
async function alsoInside(person: Person): Promise<Person> {
  const other = await person.bench.elsewhere(person)
  await toProtectedPage(other)
  return other
}

/** The control: it opens to someone who has proven it. */
async function proveAddress(bench: Bench, proven: Person, person: Person) {
  await openFactorsProven(proven)
  const list = proven.page.url()
  const enrolments = await enrolmentsFrom(proven)
  await pressAdding(proven)
  const at = await proven.isAtOneOf(enrolments)
  const url = proven.page.url()
  if (at === undefined) return bench.unproven('address', 'Adding a factor leads to no page that sets one up.')
  if (url === list) return bench.skip('address', 'The page that sets a factor up has no address of its own.')
  await person.open(url)
  const opens = (await person.isAtOneOf(enrolments, person.patience / 2)) !== undefined
  await proven.open(url)
  if (opens) adviseOnProof(person)
  if (opens) bench.claim('address', false, `${new URL(url).pathname} opens`)
  else if (await proven.isAt(at)) bench.claim('address', true)
  else bench.unproven('address', 'The control fails: it does not open after a fresh proof either.')
}

/** Some products keep the last factor, whether they offer to remove it or not: there a second one is added first. */
async function proveRemoved(bench: Bench, proven: Person, person: Person) {
  removalOf(proven)
  await openFactorsProven(proven)
  let tried = (await removable(proven)) === 0 ? undefined : await tryRemoving(proven, person)
  if (!tried?.accepted && !tried?.isRemoved) tried = (await tryWithSecond(proven, person)) ?? tried
  if (!tried) throw new NotTestable('No factor can be removed here.')
  const { error, accepted, isRemoved } = tried
  if (accepted) adviseOnProof(person)
  const rejections = new Rejections(bench)
  rejections.prove({ claim: 'removed', of: 'removing a factor', error, accepted, otherwise: 'it is removed' })
  await rejections.control({
    of: 'removing it after a fresh proof',
    async works() {
      if (accepted) throw new Unproven('It is gone.')
      return isRemoved
    },
    afresh: async () => false,
  })
}

interface Removal {
  error: string | undefined
  /** Without a proof. */
  accepted: boolean
  /** After a fresh proof. */
  isRemoved: boolean
}

async function tryWithSecond(proven: Person, person: Person): Promise<Removal | undefined> {
  await openFactorsProven(proven)
  const kept = await removable(proven)
  const isAdded = await addKey(proven).then(
    () => true,
    (error: unknown) => {
      // Where nobody has a second factor, what was tried with one counts.
      if (
        kept > 0 &&
        (error instanceof NotTestable || error instanceof NotThere || error instanceof Unproven)
      )
        return false
      throw error
    },
  )
  if (!isAdded) return undefined
  await openFactorsProven(proven)
  return (await removable(proven)) === 0 ? undefined : tryRemoving(proven, person)
}

/** First without a proof, and then after one. */
async function tryRemoving(proven: Person, person: Person): Promise<Removal> {
  const before = await removable(proven)
  const isGone = async () => {
    await openFactorsProven(proven)
    return (await removable(proven)) < before
  }
  const sent = await heldRemoval(proven)
  await openFactors(person)
  const ofPressing = await errorOfPressing(person)
  const error = (await errorOfSending(person, sent)) ?? ofPressing
  const accepted = await isGone()
  if (accepted) return { error, accepted, isRemoved: false }
  await removeFactor(proven)
  return { error, accepted, isRemoved: await isGone() }
}

/** The request that removes a factor, learned from someone who has proven who it is; `undefined` where nothing is sent by itself. */
async function heldRemoval(proven: Person): Promise<Sent | undefined> {
  const [last = '', ...before] = removalOf(proven).toReversed()
  for (const label of before.toReversed()) await proven.pressLabel(label)
  return proven
    .interceptRequest(() => pressRemover(proven, last))
    .catch((error: unknown) => {
      if (error instanceof Unproven) return undefined
      throw error
    })
}

/** Presses what removes a factor, where that is offered. `undefined` is silence. */
async function errorOfPressing(person: Person): Promise<string | undefined> {
  if ((await removable(person)) === 0) return undefined
  const pressed = async () => {
    await pressRemoval(person).catch((error: unknown) => {
      if (!(error instanceof NotThere)) throw error
    })
  }
  const error = await person.errorAfter(pressed, () => asksForProof(person))
  return error ?? ((await asksForProof(person)) ? 'a proof is asked for first' : undefined)
}

/** Sends what removes a factor, as the page of someone who has proven it does. */
async function errorOfSending(person: Person, sent: Sent | undefined): Promise<string | undefined> {
  if (!sent) return undefined
  const jar = await Jar.of(person)
  const { error } = await jar.sendFresh(sent)
  await jar.close()
  return error
}
