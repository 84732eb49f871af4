import { onboarding } from '../../machines/onboarding.ts'
import { activateAccountDriver } from './activate-account.ts'
import { addUsersDriver } from './add-users.ts'
import { configureSsoEntraDriver } from './configure-sso-entra.ts'
import type { Driver } from './driver.ts'
import { describedObservations } from './generic.ts'
import { logInBySso } from './journey/log-in-by-sso.ts'
import { addRedirectUri, registerApp } from './journey/register-app.ts'
import { typeSecret } from './journey/type-secret.ts'
import { walkLeg } from './journey/walk-leg.ts'
import { logInDriver } from './log-in.ts'
import { seeScreen } from './see.ts'
import { look } from './sight.ts'
import { behind } from './standing.ts'
import { newcomer } from './values.ts'
import type { World } from './world.ts'

/** The others who take part, each at a computer or in a tab of their own. */
interface Cast {
  adminCenter?: World
  user?: World
  stranger?: World
}

const casts = new WeakMap<World, Cast>()

function castOf(world: World): Cast {
  const cast = casts.get(world) ?? {}
  casts.set(world, cast)
  return cast
}

const registering =
  (withRedirect: boolean) =>
  async (world: World): Promise<void> => {
    castOf(world).adminCenter = await registerApp(world, withRedirect)
  }

export const onboardingDriver: Driver<typeof onboarding> = {
  flow: onboarding,
  clicks: 20,
  act: {
    'activate-account': async (world) => {
      await walkLeg(world, activateAccountDriver, 'invited', [
        'open-activation.button',
        'new-password.strong',
        're-enter.same',
        'reset-password',
      ])
      world.account.password = world.chosenPassword
    },
    'log-in': async (world) => {
      await world.page.goto(world.arranged.url)
      await walkLeg(world, logInDriver, 'activated', [
        'open-tenant-link',
        'log-in',
        'email.registered',
        'password.right',
        'choose.authenticator-app',
        'code.right',
      ])
    },
    'register-entra-app': registering(true),
    'register-entra-app.blank-redirect': registering(false),
    'configure-sso-entra': async (world) => {
      await walkLeg(world, configureSsoEntraDriver, 'administrator', [
        'open-configuration',
        'open-my-organization',
        'edit-settings',
        'choose.entra-id',
        'client-id.right',
        typeSecret,
        'save',
      ])
    },
    'add-users': (world) =>
      walkLeg(world, addUsersDriver, 'administrator', [
        'open-configuration',
        'open-users',
        'add-users',
        'address.new',
        'role.editor',
        'add',
      ]),
    'log-in-sso': async (world) => {
      const { password } = world.provider().user
      castOf(world).user = await logInBySso(world, { name: newcomer(world), password }, 'by the mail')
    },
    'log-in-sso.not-added': async (world) => {
      castOf(world).stranger = await logInBySso(world, world.stranger(), 'by the tenant link')
    },
    'correct-redirect': async (world) => {
      const tab = castOf(world).adminCenter
      if (tab) await addRedirectUri(tab, world.provider().redirectUri)
    },
  },
  observe: {
    ...describedObservations(onboarding),
    redirectRefused: async ({ page }) => {
      const sight = await look(page)
      return { sight, missing: sight.alerts.length > 0 ? [] : ['an error of the provider'], lacking: [] }
    },
    // The Administrator’s page stays as it is, and the stranger is told at theirs.
    ssoConfigured: async (world, screen) => {
      const seen = await seeScreen(world, screen)
      const { stranger } = castOf(world)
      const said = stranger ? (await look(stranger.page)).alerts : []
      return { ...seen, sight: { ...seen.sight, alerts: [...seen.sight.alerts, ...said] } }
    },
  },
  whoIsAt(world, state) {
    if (state === 'appRegistered') return castOf(world).adminCenter
    return state === 'redirectRefused' || state === 'userSignedIn' ? castOf(world).user : undefined
  },
  standing: behind('Configuration', 'Users'),
}
