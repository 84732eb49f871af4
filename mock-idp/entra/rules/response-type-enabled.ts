import type { Rule } from '../authorize-request.ts'

/**
 * AADSTS700054 (FACTS, gap 9): ID tokens from the authorization endpoint are off unless switched on. 700051 is the same for access
 * tokens; Microsoft's reference of error codes has only 70005 for them.
 */
export const responseTypeEnabled: Rule = ({ application, params }) => {
  const { enableIdTokenIssuance, enableAccessTokenIssuance } = application?.web.implicitGrantSettings ?? {}
  const wanted = (params.get('response_type') ?? '').split(' ')
  const refused = (type: string, code: number, setting: string) => ({
    code,
    error: 'unsupported_response_type',
    message: `The response type '${type}' is not enabled for the application '${application?.appId ?? ''}': switch on ${setting} under Authentication, or use the code flow.`,
  })
  if (wanted.includes('id_token') && !enableIdTokenIssuance) return refused('id_token', 700054, 'ID tokens')
  if (wanted.includes('token') && !enableAccessTokenIssuance) return refused('token', 700051, 'access tokens')
  return undefined
}
