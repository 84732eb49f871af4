import { judgeSecret } from '../../provider/govern-clients.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS7000222: the secret has expired (FACTS, Microsoft Entra). */
export const secretNotExpired: Rule = ({ application, params, now }) => {
  const value = params.get('client_secret')
  if (!application || !value || judgeSecret(application, value, now) !== 'expired') return undefined
  return {
    code: 7000222,
    error: 'invalid_client',
    message: `The client secret of the application '${application.appId}' has expired: make a new one under Certificates & secrets.`,
  }
}
