import { registeredPlatform } from '../../directory/redirect-uri.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS7000218: a web application authenticates at the token endpoint (FACTS, Microsoft Entra). */
export const secretGiven: Rule = ({ application, params }) => {
  if (!application || params.get('client_secret') || params.get('client_assertion')) return undefined
  const uri = params.get('redirect_uri')
  const isPublic = uri
    ? registeredPlatform(application, uri) !== 'web'
    : application.web.redirectUris.length === 0 && application.passwordCredentials.length === 0
  return isPublic
    ? undefined
    : {
        code: 7000218,
        error: 'invalid_client',
        message:
          "The request must contain 'client_secret' or 'client_assertion': the application is confidential.",
      }
}
