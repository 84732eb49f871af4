import type { Rule } from '../authorize-request.ts'

/** AADSTS700054: ID tokens from the authorization endpoint are off unless switched on (FACTS, gap 9). */
export const idTokenEnabled: Rule = ({ application, params }) => {
  const wanted = (params.get('response_type') ?? '').split(' ').includes('id_token')
  if (!wanted || application?.web.implicitGrantSettings.enableIdTokenIssuance) return undefined
  return {
    code: 700054,
    error: 'unsupported_response_type',
    message: `The response type 'id_token' is not enabled for the application '${application?.appId ?? ''}': switch on ID tokens under Authentication, or use the code flow.`,
  }
}
