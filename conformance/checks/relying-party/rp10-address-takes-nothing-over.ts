import { configureSsoOidc } from '../../../machines/first-login/configure-sso-oidc.ts'
import { signInAtProvider } from '../../session/provider-pages.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { proveRefused } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'
import { openSettings, saveSettings, typeSecret } from '../sso-configuration/settings.ts'
import { comesBack, goOnToProvider, toAddress } from './sso.ts'

export const rp10 = defineCheck({
  id: 'RP10',
  title: 'Another provider takes no account over by asserting its address',
  source: '6.8.1; 10.5.2',
  level: 'MUST',
  asvsLevel: 2,
  needs: ['identity-provider', 'pages.clientSecret'],
  seconds: 120,
  async prove(bench) {
    const administrator = await bench.person(configureSsoOidc, 'administrator')
    await trust(administrator, 'OpenID Connect')
    const owner = await bench.beside(administrator)
    await logInAt(owner)
    if (!(await owner.isAt('dashboard'))) throw new Unproven('The first provider logs nobody in.')
    await trust(administrator, 'Entra ID')
    const other = await bench.beside(administrator)
    await toAddress(other)
    const error = await other.isTold(() => passProvider(other))
    bench.claim(
      'the same address at another provider does not lead to the dashboard',
      !(await other.isAt('dashboard', 0)),
      'it is let in',
    )
    await proveRefused(bench, {
      of: 'the same address at another provider',
      error,
      facts: await other.signedIn(),
      afterwards: 'the first provider still opens the account',
      works: async () => {
        await trust(administrator, 'OpenID Connect')
        const again = await bench.beside(administrator)
        await logInAt(again)
        return again.isAt('dashboard')
      },
    })
  },
})

/** The Administrator saves this method, with the one client that both providers know. */
async function trust(administrator: Person, method: 'OpenID Connect' | 'Entra ID') {
  const at =
    method === 'Entra ID' ? 'authentication-settings-entra-id' : 'authentication-settings-openid-connect'
  await openSettings(administrator)
  await administrator.does('authentication-settings', { fill: { Method: method } })
  await administrator.sees(at)
  const url = method === 'OpenID Connect' && { 'Discovery url': 'right' }
  await administrator.does(at, { fill: { 'Client ID': 'registered', ...url } })
  await typeSecret(administrator, administrator.session.provider().clientSecret ?? '')
  await saveSettings(administrator)
  if (!(await administrator.isAt('my-organization'))) throw new Unproven(`${method} was not saved.`)
}

async function logInAt(person: Person) {
  await toAddress(person)
  await passProvider(person)
}

async function passProvider(person: Person) {
  await goOnToProvider(person)
  await signInAtProvider(person.session, person.session.provider().user)
  await comesBack(person)
}
