import { signInAtProvider } from '../../session/provider-pages.ts'
import { fillWith } from '../bench/fill-with.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { type Method, methodAt, openSettings, typeSecretHere } from '../sso-configuration/settings.ts'
import { comeBack, goToProvider } from './sso.ts'

/**
 * The Administrator saves this method with the client that both providers know. Answers the issuer that logins go to, if seen.
 * @param discoveryUrl in place of the right one
 */
export async function trust(
  administrator: Person,
  name: Method,
  discoveryUrl?: string,
): Promise<string | undefined> {
  await saveMethod(administrator, name, discoveryUrl)
  return issuerAsked(await administrator.bench.another(administrator))
}

/** The same, and nobody logs in. @throws Unproven where it is not saved */
export async function saveMethod(administrator: Person, name: Method, discoveryUrl?: string): Promise<void> {
  const { saved } = administrator.role('ssoSettings')
  const method = methodAt(administrator, name)
  await openSettings(administrator)
  await administrator.perform(method.choose)
  await administrator.reach(method.form)
  const right = method.fill('right')
  const addresses = Object.entries(right.fill ?? {}).flatMap(([label, value]) =>
    value === 'right' ? [label] : [],
  )
  await fillWith(administrator, right, addresses, (own) => discoveryUrl ?? own)
  await typeSecretHere(administrator)
  await administrator.perform(method.save)
  if (!(await administrator.isAt(saved))) throw new Unproven(`The method ${name} was not saved.`)
}

/** The address that a login is sent to, without its query: it tells one provider from another. */
async function issuerAsked(person: Person): Promise<string | undefined> {
  let asked: string | undefined
  person.page.on('request', (request) => {
    const { searchParams, origin, pathname } = new URL(request.url())
    if (searchParams.has('client_id') && searchParams.has('response_type')) asked ??= origin + pathname
  })
  await toEmail(person)
  await goToProvider(person)
  // The target may ask the provider for its metadata first: the page is at rest, and nobody has been sent there yet.
  await poll(() => asked, person.patience)
  await person.session.context.close()
  return asked
}

/** Whether a person logs in who types their name and password at the provider. */
export async function opensAtProvider(person: Person): Promise<boolean> {
  await toEmail(person)
  await passProvider(person)
  return isAtProtectedPage(person)
}

export async function passProvider(person: Person) {
  await goToProvider(person)
  await signInAtProvider(person.session, person.session.provider().user)
  await comeBack(person)
}
