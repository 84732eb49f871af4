import type { Flow } from '../../../machines/flow.ts'
import type { World } from '../model/values.ts'
import type { Sandbox } from './sandbox.ts'
import { wayOf } from './way-of.ts'

const chosenPassword = 'eleven quiet windows'

/** The values of a live sandbox that the symbols of the model stand for; `discovery` is where the provider is found now. */
export function worldOf(flow: Flow, sandbox: Sandbox | undefined, discovery: string): World {
  const { email = '', password = '', provider } = sandbox ?? {}
  return {
    email,
    password: wayOf(flow).choosesPassword(flow) ? chosenPassword : password,
    oldPassword: password,
    discovery,
    otherIssuer: provider?.oidc.otherIssuerUrl ?? '',
    clientId: provider?.clientId ?? '',
    redirect: provider?.redirectUri ?? '',
  }
}
