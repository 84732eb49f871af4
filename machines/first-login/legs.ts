import type { Leg } from '../model/event.ts'
import type { Controls } from '../model/perform.ts'
import { comeBack } from './come-back.ts'

const registration = [
  'sign-in',
  'open-app-registrations',
  'new-registration',
  'name',
  'account-types.this-directory',
]
const secret = ['open-secrets', 'new-secret', 'add-secret', 'leave-secrets']

/** The overview shows the IDs of the app. */
const keepIds = async (controls: Controls) => {
  await controls.keep('clientId', { term: 'Application (client) ID' })
  await controls.keep('tenantId', { term: 'Directory (tenant) ID' })
}

/** The documentation calls three values required, and its procedure asks for one: the others are typed where there is a field. */
const typeOtherIds = async (controls: Controls) => {
  await controls.fillIfAsked({ label: 'Client secret', holds: 'client-secret' }, 'registered')
  await controls.fillIfAsked({ label: 'Directory (tenant) ID', holds: 'tenant-id' }, 'registered')
}

/** The app has just been registered, so no one has consented to it; a provider that refuses does not ask. */
const signIn = async (controls: Controls) => {
  if (!(await controls.isAskedAtProvider())) return
  await controls.signInAtProvider(await controls.credentials())
  if (await controls.canPress('Accept')) await controls.press('Accept')
}

/** The procedures that the journey leads through, each from its beginning to its end. */
export const legs = {
  activate: {
    flow: 'activate-account',
    events: ['open-activation.button', 'new-password.strong', 're-enter.same', 'reset-password'],
  },
  logIn: {
    flow: 'log-in',
    from: 'login-page',
    events: [
      'open-tenant-link',
      'log-in',
      'email.registered',
      'password.right',
      'choose.authenticator-app',
      'code.right',
    ],
  },
  register: {
    flow: 'register-entra-app',
    events: [...registration, 'platform.web', 'redirect.documented', 'register', ...secret, keepIds],
  },
  registerWithoutRedirect: {
    flow: 'register-entra-app',
    events: [...registration, 'register', ...secret, keepIds],
  },
  configure: {
    flow: 'configure-sso-entra',
    from: 'dashboard',
    events: [
      comeBack,
      'open-configuration',
      'open-my-organization',
      'edit-settings',
      'choose.entra-id',
      'client-id.right',
      typeOtherIds,
      'save',
    ],
  },
  addUser: {
    flow: 'add-users',
    from: 'dashboard',
    events: [comeBack, 'open-configuration', 'open-users', 'add-users', 'address.new', 'role.editor', 'add'],
  },
  logInBySso: {
    flow: 'log-in-sso',
    events: ['open-access', 'log-in', 'email.registered', signIn],
  },
  logInUninvited: {
    flow: 'log-in-sso',
    given: 'not-added',
    events: ['open-tenant-link', 'log-in', 'email.registered', signIn],
  },
} satisfies Record<string, Leg>
