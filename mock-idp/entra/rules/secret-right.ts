import { judgeSecret } from '../../provider/govern-clients.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS7000215: the secret is wrong; the usual cause is the Secret ID pasted for the Value (FACTS, Microsoft Entra). */
export const secretRight: Rule = ({ application, params, now }) => {
  const value = params.get('client_secret')
  if (!application || !value || judgeSecret(application, value, now) !== 'wrong') return undefined
  const isId = application.passwordCredentials.some(({ keyId }) => keyId === value)
  const hint = isId
    ? 'This is the Secret ID; the Value next to it is what counts.'
    : 'Send the Value, not the Secret ID.'
  return {
    code: 7000215,
    error: 'invalid_client',
    message: `The client secret of the application '${application.appId}' is wrong. ${hint}`,
  }
}
