import type { Request } from '@playwright/test'
import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotArranged, NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { Rejections } from '../bench/rejections.ts'

/** Roles that every check of the relying party uses. */
export const ssoRoles = ['login', 'session', 'sso'] as const

/** Someone who was added to the target and is signed in at its provider. */
export async function signedInAtProvider(bench: Bench): Promise<Person> {
  const person = await bench.person(bench.role('sso').signedIn)
  const { provider } = person.session.arranged
  if (!provider?.signIn)
    throw new NotTestable(`${bench.target.name} has no provider at which someone can be signed in.`)
  await provider.signIn(person.session.context)
  return person
}

/** Begins a login by SSO, and waits until the target shows how it ended: the protected page, or the entrance. */
export async function logInBySso(person: Person): Promise<void> {
  await toEmail(person)
  await goThereAndBack(person)
}

/** Whether an honest login by SSO ends on the protected page. */
export async function opensBySso(person: Person): Promise<boolean> {
  await logInBySso(person)
  return isAtProtectedPage(person)
}

/** What an honest login asked of the provider. */
interface Honest {
  /** `undefined` where the provider cannot be asked. */
  asksUserinfo: boolean | undefined
}

/**
 * An honest login by SSO, before anything is claimed.
 * @throws NotArranged when it fails: then SSO is set up wrongly, and nothing else can be said
 */
export async function needHonestLogin(bench: Bench): Promise<Honest> {
  const person = await signedInAtProvider(bench)
  if (!(await opensBySso(person)))
    throw new NotArranged(
      'An honest login by SSO does not reach the protected page. Check the client, the redirect address and the user at the provider.',
    )
  const asksUserinfo = await person.session.provider().wasAsked?.('userinfo')
  await person.session.context.close()
  return { asksUserinfo }
}

/**
 * Goes to the provider, where the person is signed in, and waits until the target shows how it ended. The entrance
 * alone proves nothing before that: the person comes from there.
 * @throws Unproven when the person is not sent to the provider
 */
export async function goThereAndBack(person: Person): Promise<void> {
  if (!(await isSentThere(person, () => goToProvider(person))))
    throw new Unproven('The target did not send the person to the provider.')
  await person.settle()
  await comeBack(person)
}

/** Does something, and answers whether it sends the browser to the provider before patience ends. */
export async function isSentThere({ page, patience, session }: Person, action: () => Promise<void>) {
  const provider = new URL(session.provider().discoveryUrl).origin
  let sentThere = false
  const note = (request: Request) => {
    sentThere ||= new URL(request.url()).origin === provider
  }
  page.on('request', note)
  await action()
  await poll(() => sentThere, patience)
  page.off('request', note)
  return sentThere
}

/** What the target asks the provider for in a login. @throws Unproven when the person is not sent there */
export async function requestOf(person: Person): Promise<URLSearchParams> {
  let asked: URLSearchParams | undefined
  const note = (request: Request) => {
    const { searchParams } = new URL(request.url())
    if (searchParams.has('client_id') && searchParams.has('response_type')) asked ??= searchParams
  }
  person.page.on('request', note)
  await toEmail(person)
  await goThereAndBack(person)
  person.page.off('request', note)
  if (!asked) throw new Unproven('The target did not send the person to the provider.')
  return asked
}

export const goToProvider = (person: Person) => person.perform(person.role('sso').goToProvider)

/** Waits until the target shows its protected page, or its entrance, after it has sent the browser away. */
export async function comeBack(person: Person) {
  const { protectedPage, entrance } = person.role('session')
  await person.isAtOneOf([protectedPage, entrance])
}

/** @throws NotTestable where the provider always behaves */
export async function misbehave({ session, bench }: Person, misbehaviour: string | undefined) {
  const set = session.arranged.provider?.misbehave
  if (!set) throw new NotTestable(`${bench.target.name} has no provider that can be made to misbehave.`)
  await set(misbehaviour)
}

/** What the provider does wrong. */
export interface Misbehaviour {
  claim: string
  /** What a report calls it. */
  of: string
  /** Its name in mock-idp/README.md. */
  name: string
  /** Why a sound target may accept it. Asked where it is accepted, while the provider still misbehaves. */
  excuse?(person: Person): Promise<string | undefined>
}

/** Why a target need not have seen what the provider says anew at one of these endpoints; `undefined` where it has asked. */
export async function whyNotSeen({ session }: Person, endpoints: readonly string[], what: string) {
  const { wasAsked } = session.provider()
  for (const endpoint of endpoints) if (await wasAsked?.(endpoint)) return undefined
  return `It is accepted; ${what} of before may still be in use.`
}

/** A login must fail under each of these misbehaviours, and succeed before them and after them. */
export async function proveMisbehavioursRefused(bench: Bench, misbehaviours: Misbehaviour[]) {
  await needHonestLogin(bench)
  const begin = () => signedInAtProvider(bench)
  const rejections = new Rejections(bench)
  let person = await begin()
  for (const { claim, of, name, excuse } of misbehaviours) {
    await misbehave(person, name)
    await toEmail(person)
    const error = await person.errorAfter(
      () => goThereAndBack(person),
      () => isAtProtectedPage(person, 0),
    )
    const accepted = await isAtProtectedPage(person, 0)
    const why = accepted ? await excuse?.(person) : undefined
    if (why === undefined) rejections.prove({ claim, of, error, accepted, facts: await person.signedIn() })
    else bench.unproven(claim, why)
    await misbehave(person, undefined)
    if (accepted) person = await begin()
  }
  await rejections.control({
    of: 'a login while the provider behaves',
    works: () => opensBySso(person),
    afresh: async () => opensBySso(await begin()),
  })
}
