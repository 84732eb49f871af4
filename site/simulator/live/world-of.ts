import type { Flow } from '../../../machines/flow.ts'
import type { World } from '../model/values.ts'
import type { Sandbox } from './sandbox.ts'

const chosenPassword = 'eleven quiet windows'

/** The values of a live sandbox that the symbols of the model stand for; `discovery` is where the provider is found now. */
export function worldOf({ id, events }: Flow, sandbox: Sandbox | undefined, discovery: string): World {
  const choosesPassword = 'new-password.strong' in events || id === 'onboarding'
  const { email = '', password = '', provider } = sandbox ?? {}
  return {
    email,
    password: choosesPassword ? chosenPassword : password,
    oldPassword: password,
    discovery,
    otherIssuer: provider?.oidc.otherIssuerUrl ?? '',
    clientId: provider?.clientId ?? '',
    redirect: provider?.redirectUri ?? '',
  }
}

/** What the reader has to know for the whole journey; the client ID is what they register themselves. */
export const journeyNotes = ({ email, password, redirect }: World): Record<string, string> => ({
  'Email address': email,
  Password: password,
  'Redirect URI (optional)': redirect,
})
