import { press } from '../form.ts'
import { registerEntraAppDriver, secretShownTo } from '../register-entra-app.ts'
import { World } from '../world.ts'
import { doSteps, walkLeg } from './walk-leg.ts'

/** What stands beside a term on the overview of an application. */
const termOf = (tab: World, term: string) =>
  tab.page.locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]')

/**
 * Registers the app in a tab of its own and makes a secret, so that the world's provider is known by what was registered. Answers
 * the tab, at the overview.
 */
export async function registerApp(world: World, withRedirect: boolean): Promise<World> {
  const tab = await World.open(world.context, world.target, world.arranged, world.app)
  await walkLeg(tab, registerEntraAppDriver, 'cloud-administrator', [
    'sign-in',
    'open-app-registrations',
    'new-registration',
    'name',
    'account-types.this-directory',
    ...(withRedirect ? (['platform.web', 'redirect.documented'] as const) : []),
    'register',
  ])
  await doSteps(tab, registerEntraAppDriver, [
    ['open-secrets', 'app-overview'],
    ['new-secret', 'certificates-and-secrets'],
    ['add-secret', 'add-a-client-secret'],
    ['leave-secrets', 'certificates-and-secrets'],
  ])
  const provider = world.provider()
  provider.clientId = (await termOf(tab, 'Application (client) ID').innerText()).trim()
  provider.clientSecret = secretShownTo(tab)
  return tab
}

/** Adds a redirect address to the app whose overview the tab shows. */
export async function addRedirectUri(tab: World, uri: string): Promise<void> {
  const { page, patience } = tab
  await press(page, 'Authentication', patience)
  await page.getByLabel('Redirect URIs').first().fill(uri)
  await press(page, 'Save', patience)
  await tab.settling.settled(patience)
}
