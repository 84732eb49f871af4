import { registeredPlatform } from '../../directory/redirect-uri.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS50011: the redirect address isn't registered, character by character (FACTS, Microsoft Entra; RFC 9700 section 4.1.3). */
export const redirectUriRegistered: Rule = ({ application, params }) => {
  const uri = params.get('redirect_uri') ?? ''
  if (!application || registeredPlatform(application, uri)) return undefined
  return {
    code: 50011,
    error: 'invalid_request',
    message: `The redirect URI '${uri}' of the request is not registered for the application '${application.appId}': add exactly this address under Authentication, or correct it in the client.`,
    onPage: true,
  }
}
