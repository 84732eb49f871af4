import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { enterEmail, enterPassword, screensPastPassword, toEmail, toPassword } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { goBackInside } from '../relying-party/added-at-provider.ts'
import { goToProvider } from '../relying-party/sso.ts'
import { saveMethod } from '../relying-party/trust.ts'
import { holdAnswer } from './late-answer.ts'
import { openSettings } from './settings.ts'

export const cfg7 = defineCheck({
  id: 'CFG7',
  title: 'People log in as the settings say that were saved last',
  source: 'the documentation: once it is set up, users log in by the method that is saved',
  level: 'MUST',
  roles: ['ssoSettings', 'sso', 'login', 'session'],
  uses: ['codes', 'keys'],
  needs: ['identity-provider'],
  seconds: 180,
  claims: {
    oidc: 'once OpenID Connect is saved, a login leads to its provider',
    entra: 'once Entra ID is saved in its place, a login leads to another provider',
    again: 'once another address is saved, a login leads to the provider there',
    former: 'an answer of a provider that has been given up meanwhile logs nobody in',
    back: 'once the login of the product itself is saved again, a login asks for the password',
    factor:
      'once the login of the product itself is saved again, a login asks for a second factor, as it did before',
  },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const askedBefore = await isAskedForFactor(administrator).catch(ifUnproven)
    const judgeFormer = await proveProviders(bench, administrator)
    await proveBack(bench, administrator, askedBefore)
    if (bench.role('ssoSettings').back) await judgeFormer()
  },
})

const ifUnproven = (error: unknown) => {
  if (error instanceof Unproven) return undefined
  throw error
}

/** Answers what brings an answer of the first provider once it is given up. */
async function proveProviders(bench: Bench, administrator: Person): Promise<() => Promise<void>> {
  const { discoveryUrl, anotherIssuerUrl, adminCenter } = administrator.session.provider()
  const first = await endpointAt(administrator, discoveryUrl)
  await saveMethod(administrator, 'openIdConnect')
  const led = await whereLoginLeads(administrator)
  bench.claim('oidc', led.includes(first), `it leads to ${inWords(led)}`)
  await goBackInside(administrator)
  const judgeFormer = await holdAnswer(administrator)

  const isAnother = adminCenter !== undefined && !discoveryUrl.includes(adminCenter.tenantId)
  if (!isAnother) bench.skip('entra', 'Both methods have the same provider here.')
  else
    await skipIfNotTestable(bench, ['entra'], async () => {
      await goBackInside(administrator)
      await saveMethod(administrator, 'entra')
      const then = await whereLoginLeads(administrator)
      bench.claim('entra', then.length > 0 && !then.includes(first), `it leads to ${inWords(then)}`)
    })

  if (!anotherIssuerUrl) {
    bench.skip('again', 'There is no other provider here.')
    return judgeFormer
  }
  const other = await endpointAt(administrator, anotherIssuerUrl)
  await goBackInside(administrator)
  await saveMethod(administrator, 'openIdConnect', anotherIssuerUrl)
  const last = await whereLoginLeads(administrator)
  bench.claim('again', last.includes(other), `it leads to ${inWords(last)}`)
  return judgeFormer
}

async function proveBack(bench: Bench, administrator: Person, askedBefore: boolean | undefined) {
  const { back, saved } = bench.role('ssoSettings')
  if (!back) {
    for (const claim of ['back', 'factor', 'former'])
      bench.skip(claim, 'Nothing leads back from single sign-on.')
    return
  }
  await goBackInside(administrator)
  await openSettings(administrator)
  await administrator.perform(back.choose)
  await administrator.reach(back.form)
  await administrator.perform(back.save)
  if (!(await administrator.isAt(saved))) throw new Unproven('The login of the product itself was not saved.')
  const person = await bench.elsewhere(administrator)
  await toEmail(person)
  await enterEmail(person)
  const asks = await person.isAt(bench.role('login').passwordForm)
  bench.claim('back', asks, 'no password is asked for')
  if (!asks) bench.unproven('factor', 'No password is asked for.')
  else if (askedBefore !== true) bench.skip('factor', 'No second factor was seen to be asked for before.')
  else bench.claim('factor', await isAskedForFactor(administrator), 'none is asked for')
}

/** Whether something comes between the right password and the protected page. */
async function isAskedForFactor(administrator: Person): Promise<boolean> {
  const person = await administrator.bench.elsewhere(administrator)
  await toPassword(person)
  await enterPassword(person)
  const { protectedPage } = person.role('session')
  const screens = screensPastPassword(person).filter((screen) => screen !== protectedPage)
  const at = await person.isAtOneOf([protectedPage, ...screens])
  if (at === undefined) throw new Unproven('The password leads nowhere.')
  return at !== protectedPage
}

/** Where the metadata at an address say that people are sent to. */
async function endpointAt(person: Person, discoveryUrl: string): Promise<string> {
  const jar = await Jar.with(person)
  const { body } = await jar.open(discoveryUrl)
  await jar.close()
  return placeOf(JSON.parse(body).authorization_endpoint)
}

function placeOf(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

/** The places at other sites that a login leads to, for someone at a fresh browser. */
async function whereLoginLeads(administrator: Person): Promise<string[]> {
  const person = await administrator.bench.another(administrator)
  const { origin } = new URL(person.session.arranged.url)
  const places: string[] = []
  person.page.on('request', (request) => {
    if (request.isNavigationRequest() && new URL(request.url()).origin !== origin)
      places.push(placeOf(request.url()))
  })
  await toEmail(person)
  await goToProvider(person)
  await poll(() => places.length > 0, person.patience)
  await person.settle()
  await person.session.context.close()
  return places
}

const inWords = (places: readonly string[]) => places.at(0) ?? 'no provider'
