import { isPublic } from '../../provider/client-metadata.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS700025: a public client has no secret to present (Microsoft's reference of error codes). */
export const secretAdmitted: Rule = ({ application, params }) =>
  application && isPublic(application) && (params.has('client_secret') || params.has('client_assertion'))
    ? {
        code: 700025,
        error: 'invalid_client',
        message: `The application '${application.appId}' is public: send neither 'client_assertion' nor 'client_secret'.`,
      }
    : undefined
