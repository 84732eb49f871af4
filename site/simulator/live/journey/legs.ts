import type { Flow } from '../../../../machines/flow.ts'
import { loadFlow } from '../../load-flow.ts'
import { type Hands, perform } from '../perform.ts'
import { signInAgain, stepAside } from './change-people.ts'

/** A flow walked for the reader as a part of the journey. */
interface Leg {
  flow: string
  events: string[]
  /** Who does it; the Administrator of the sandbox unless told. */
  as?: 'colleague' | 'stranger'
  /** Where it begins, if not where the reader is. */
  from?: 'dashboard' | 'tenant-link'
  /** Values that are typed before the last event, though the flow does not ask for them. */
  also?: (hands: Hands) => Promise<Record<string, string>>
}

const registration = [
  'sign-in',
  'open-app-registrations',
  'new-registration',
  'name',
  'account-types.this-directory',
]
const secret = ['open-secrets', 'new-secret', 'add-secret', 'leave-secrets']
const intoTheTenant = ['log-in', 'email.registered', 'provider.right', 'consent.accept']

const legs: Record<string, Leg> = {
  'activate-account': {
    flow: 'activate-account',
    events: ['open-activation.button', 'new-password.strong', 're-enter.same', 'reset-password'],
  },
  'log-in': {
    flow: 'log-in',
    events: [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.right',
      'choose.authenticator-app',
      'code.right',
    ],
  },
  'register-entra-app': {
    flow: 'register-entra-app',
    events: [...registration, 'platform.web', 'redirect.documented', 'register', ...secret],
  },
  'register-entra-app.blank-redirect': {
    flow: 'register-entra-app',
    events: [...registration, 'register', ...secret],
  },
  'configure-sso-entra': {
    flow: 'configure-sso-entra',
    from: 'dashboard',
    events: [
      'open-configuration',
      'open-my-organization',
      'edit-settings',
      'choose.entra-id',
      'client-id.right',
      'save',
    ],
    // The procedure asks for the client ID alone, and the registration calls all three required.
    also: async ({ control, sandbox }) => {
      const { clientId, clientSecret = '' } = await control.registered()
      const { tenantId } = sandbox.provider.entra
      return { 'Client ID': clientId, 'Client secret': clientSecret, 'Directory (tenant) ID': tenantId }
    },
  },
  'add-users': {
    flow: 'add-users',
    from: 'dashboard',
    events: ['open-configuration', 'open-users', 'add-users', 'address.new', 'role.editor', 'add'],
  },
  'log-in-sso': { flow: 'log-in-sso', as: 'colleague', events: ['open-access', ...intoTheTenant] },
  'log-in-sso.not-added': {
    flow: 'log-in-sso',
    as: 'stranger',
    from: 'tenant-link',
    events: intoTheTenant,
  },
}

/** Walks the leg of the journey that an event stands for. */
export async function performLeg(event: string, hands: Hands): Promise<void> {
  if (event === 'correct-redirect') return correctRedirect(hands)
  const leg = legs[event]
  if (!leg) return
  const { frame, sandbox } = hands
  const flow = await loadFlow(leg.flow)
  const own = leg.as ? await stepAside(hands, sandbox.provider[leg.as]) : hands
  if (leg.from === 'tenant-link') await frame.visit(sandbox.url)
  if (leg.from === 'dashboard') await signInAgain(own)
  for (const [n, each] of leg.events.entries()) {
    if (leg.also && n === leg.events.length - 1) await frame.fill(await leg.also(own))
    if (await isDue(each, own)) await doOne(flow, each, own)
  }
}

async function doOne(flow: Flow, event: string, hands: Hands) {
  const spec = flow.events[event]
  if (spec) await perform(event, spec, hands)
}

/** Consent is asked for once, and not at all when the provider refuses before. */
async function isDue(event: string, { frame }: Hands): Promise<boolean> {
  return event !== 'consent.accept' || frame.page?.title === 'Permissions requested'
}

/** The redirect address is added where the app was registered. */
async function correctRedirect(hands: Hands): Promise<void> {
  const { frame, sandbox } = hands
  const registerFlow = await loadFlow('register-entra-app')
  await stepAside(hands, sandbox.provider.entra.administrator)
  for (const event of ['sign-in', 'open-app-registrations']) await doOne(registerFlow, event, hands)
  await frame.press('1Secure')
  await frame.press('Authentication')
  await frame.fill({ 'Redirect URIs': sandbox.provider.redirectUri })
  await frame.press('Save')
}
