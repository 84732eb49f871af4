import type { Request } from '@playwright/test'
import { logInSso } from '../../../machines/first-login/log-in-sso.ts'
import type { Bench } from '../bench/bench.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'

const PAUSE = 50

/** Somebody who was added to the target and is signed in at its provider. */
export async function signedInAtProvider(bench: Bench): Promise<Person> {
  const person = await bench.person(logInSso, 'signed-in')
  const { provider } = person.session.arranged
  if (!provider?.signIn)
    throw new NotTestable(`${bench.target.name} has no provider at which somebody can be signed in.`)
  await provider.signIn(person.session.context)
  return person
}

/** Begins a login by SSO, and waits until the target shows how it ended: the dashboard, or the way in. */
export async function logInBySso(person: Person): Promise<void> {
  await toAddress(person)
  await goesThereAndBack(person)
}

/**
 * Goes on to the provider, where the person is signed in, and waits until the target shows how it ended. The way in alone says nothing
 * before: it is where one comes from.
 * @throws Unproven when nobody is sent to the provider
 */
export async function goesThereAndBack(person: Person): Promise<void> {
  const { page, patience } = person
  const provider = new URL(person.session.provider().discoveryUrl).origin
  let sentThere = false
  const note = (request: Request) => {
    sentThere ||= new URL(request.url()).origin === provider
  }
  page.on('request', note)
  await goOnToProvider(person)
  const until = Date.now() + patience
  while (!sentThere && Date.now() < until) await page.waitForTimeout(PAUSE)
  page.off('request', note)
  if (!sentThere) throw new Unproven('The target sent nobody to the provider.')
  await person.session.settling.settled(patience)
  await comesBack(person)
}

export async function toAddress(person: Person) {
  await person.opens(person.session.arranged.url)
  await person.does('login-page', { press: 'Log In' })
  await person.sees('email-address')
}

export const goOnToProvider = (person: Person) =>
  person.does('email-address', { fill: { 'Email address': 'registered' }, press: 'Continue' })

/** The target shows its dashboard, or its way in, after it has sent the browser away. */
export async function comesBack(person: Person) {
  const until = Date.now() + person.patience
  while (Date.now() < until) {
    if ((await person.isAt('dashboard', 0)) || (await person.isAt('login-page', 0))) return
    await person.page.waitForTimeout(PAUSE)
  }
}

/** @throws NotTestable where the provider always behaves */
export async function misbehave({ session, bench }: Person, misbehaviour: string | undefined) {
  const tell = session.arranged.provider?.misbehave
  if (!tell) throw new NotTestable(`${bench.target.name} has no provider that can be made to misbehave.`)
  await tell(misbehaviour)
}

/**
 * A login must fail under each of these misbehaviours of the provider (their names are those of mock-idp/README.md), and
 * succeed once it behaves.
 * @param misbehaviours what a report calls it → its name
 */
export async function proveMisbehavioursRefused(bench: Bench, misbehaviours: Record<string, string>) {
  const person = await signedInAtProvider(bench)
  const last = Object.keys(misbehaviours).length - 1
  for (const [n, [of, misbehaviour]] of Object.entries(misbehaviours).entries()) {
    await misbehave(person, misbehaviour)
    await toAddress(person)
    const error = await person.isTold(
      () => goesThereAndBack(person),
      () => person.isAt('dashboard', 0),
    )
    bench.claim(
      `${of} does not lead to the dashboard`,
      !(await person.isAt('dashboard', 0)),
      'it is accepted',
    )
    await proveRefused(bench, {
      of,
      error,
      facts: await person.signedIn(),
      afterwards: n < last ? 'the way in is still there' : 'a login is accepted when the provider behaves',
      works: async () => {
        if (n < last) return person.isAt('login-page')
        await misbehave(person, undefined)
        await logInBySso(person)
        return person.isAt('dashboard')
      },
    })
  }
}
