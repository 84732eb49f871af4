import { signInAtProvider } from '../../session/provider-pages.ts'
import type { Bench } from '../bench/bench.ts'
import { isAtProtectedPage, toEmail } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { openSettings, typeSecret } from '../sso-configuration/settings.ts'
import { comeBack, goToProvider, ssoRoles } from './sso.ts'

export const rp10 = defineCheck({
  id: 'RP10',
  title: 'Another provider takes no account over by asserting its address',
  source: '6.8.1; 10.5.2',
  level: 'MUST',
  asvsLevel: 2,
  roles: [...ssoRoles, 'ssoSettings'],
  needs: ['identity-provider', 'pages.clientSecret'],
  seconds: 120,
  claims: { address: 'the same address at another provider logs nobody in', ...rejectionClaims },
  async prove(bench) {
    const administrator = await bench.person(bench.role('ssoSettings').administrator)
    const first = await trust(administrator, 'openIdConnect')
    const owner = await bench.beside(administrator)
    if (!(await opensAtProvider(owner))) throw new Unproven('The first provider logs nobody in.')
    const second = await trust(administrator, 'entra')
    if (first && second && first === second)
      throw new NotTestable('The target has one provider, whichever method is saved.')
    const other = await bench.beside(administrator)
    await toEmail(other)
    const error = await other.errorAfter(() => passProvider(other))
    const rejections = new Rejections(bench)
    rejections.prove({
      claim: 'address',
      of: 'the same address at another provider',
      error,
      accepted: await isAtProtectedPage(other, 0),
      facts: await other.signedIn(),
    })
    await rejections.control({
      of: 'the first provider',
      works: () => opensAtFirst(bench, administrator),
      afresh: async () => opensAtFirst(bench, await bench.person(bench.role('ssoSettings').administrator)),
    })
  },
})

async function opensAtFirst(bench: Bench, administrator: Person): Promise<boolean> {
  await trust(administrator, 'openIdConnect')
  return opensAtProvider(await bench.beside(administrator))
}

/** The Administrator saves this method with the client that both providers know. Answers the issuer that logins go to, if seen. */
async function trust(administrator: Person, name: 'openIdConnect' | 'entra'): Promise<string | undefined> {
  const settings = administrator.role('ssoSettings')
  const method = settings[name]
  await openSettings(administrator)
  await administrator.perform(method.choose)
  await administrator.reach(method.form)
  await administrator.perform(method.fill('right'))
  await typeSecret(administrator, administrator.session.provider().clientSecret ?? '')
  await administrator.perform(method.save)
  if (!(await administrator.isAt(settings.saved))) throw new Unproven(`The method ${name} was not saved.`)
  return issuerAsked(await administrator.bench.beside(administrator))
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
  await person.settle()
  await person.session.context.close()
  return asked
}

async function opensAtProvider(person: Person): Promise<boolean> {
  await toEmail(person)
  await passProvider(person)
  return isAtProtectedPage(person)
}

async function passProvider(person: Person) {
  await goToProvider(person)
  await signInAtProvider(person.session, person.session.provider().user)
  await comeBack(person)
}
