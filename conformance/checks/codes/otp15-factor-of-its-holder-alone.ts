import type { Bench } from '../bench/bench.ts'
import { confirmed } from '../bench/confirm.ts'
import { Jar } from '../bench/jar.ts'
import {
  enterPassword,
  holder,
  isAskedForCode,
  logInForTheFirstTime,
  requireApp,
  toPassword,
  toProtectedPage,
} from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { secondAccount } from '../bench/second-account.ts'
import type { Sent } from '../bench/sent.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { addKey } from '../keys/add-key.ts'
import { openFactorsProven, pressRemover, removable, removalOf } from './factor-pages.ts'

export const otp15 = defineCheck({
  id: 'OTP15',
  title: 'A factor is removed by its holder alone, who is logged in',
  source: '8.2.2; 6.3.4',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['login', 'codes', 'session'],
  uses: ['keys', 'administration', 'activation'],
  needs: ['authenticator-app', 'pages.methods'],
  seconds: 180,
  claims: {
    other: 'the request that removes a factor, sent by somebody else who is logged in, leaves it',
    'half-way': 'the request that removes a factor, sent after the password alone, leaves it',
  },
  async prove(bench) {
    requireApp(bench)
    const person = await holder(bench)
    removalOf(person)
    await toProtectedPage(person)
    const requests = await requestsOf(person)
    const senders = new Map<string, Person>()
    await skipIfNotTestable(bench, ['other'], async () => {
      senders.set('other', await somebodyElse(bench, person))
    })
    await skipIfNotTestable(bench, ['half-way'], async () => {
      senders.set('half-way', await halfWay(person))
    })
    for (const [claim, sender] of senders) await proveLeft(person, claim, sender, requests)
    await proveControl(person, [...senders.keys()], requests)
  },
})

/** A colleague with a factor of their own, who has proven afresh who they are: that must not be why they are refused. */
async function somebodyElse(bench: Bench, owner: Person): Promise<Person> {
  const { person, email, password } = await secondAccount(bench, owner)
  if (person.session.arranged.url !== owner.session.arranged.url)
    throw new NotTestable('Two people at the same deployment cannot be arranged.')
  await logInForTheFirstTime(person, { email, password })
  await openFactorsProven(person, { password })
  return person
}

async function halfWay(owner: Person): Promise<Person> {
  const person = await owner.bench.elsewhere(owner)
  await toPassword(person)
  await enterPassword(person)
  if (await isAskedForCode(person)) return person
  throw new NotTestable('The password alone logs people in here.')
}

/** What each button sends that removes a factor, of somebody who may remove one. Their last factor may have to stay. */
async function requestsOf(person: Person): Promise<Sent[]> {
  await openFactorsProven(person)
  const kept = await removable(person)
  await addKey(person).catch((error: unknown) => {
    if (kept === 0 || !(error instanceof NotTestable)) throw error
  })
  const requests: Sent[] = []
  for (let nth = 0; nth === 0 || nth < (await removable(person)); nth++) {
    await openFactorsProven(person)
    requests.push(await heldRemoval(person, nth))
    await openFactorsProven(person)
  }
  return requests
}

/** Presses the nth of what removes a factor, and holds back what is sent. */
async function heldRemoval(person: Person, nth: number): Promise<Sent> {
  const { page, patience } = person
  const [first, ...others] = removalOf(person)
  const press = async () => {
    const all = page.getByRole('button', { name: first }).or(page.getByRole('link', { name: first }))
    await all.nth(nth).click({ timeout: patience })
    await person.settle()
  }
  const last = others.pop()
  if (last === undefined)
    return person.interceptRequest(async () => void (await confirmed(person, first, press)))
  await press()
  for (const label of others) await person.pressLabel(label)
  return person.interceptRequest(() => pressRemover(person, last))
}

async function proveLeft(person: Person, claim: string, sender: Person, requests: readonly Sent[]) {
  for (const sent of requests) {
    if (!(await isRemovedBy(sender, person, sent))) continue
    person.bench.claim(claim, false, 'it is removed')
    throw new Unproven('A factor is gone: what is tried next would be tried on another one.')
  }
}

/** The control: their own page removes one. */
async function proveControl(person: Person, claims: readonly string[], requests: readonly Sent[]) {
  const { bench } = person
  const [last] = requests.slice(-1)
  const works = last !== undefined && (await isRemovedBy(person, person, last))
  for (const claim of claims)
    if (works) bench.claim(claim, true)
    else bench.unproven(claim, 'The control fails: sent by their own page it removes nothing either.')
}

async function isRemovedBy(sender: Person, holder: Person, sent: Sent): Promise<boolean> {
  await openFactorsProven(holder)
  const before = await removable(holder)
  const jar = await Jar.of(sender)
  await jar.sendFresh(sent)
  await jar.close()
  await openFactorsProven(holder)
  return (await removable(holder)) < before
}
