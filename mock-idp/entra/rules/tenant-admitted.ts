import { isMultiTenant } from '../../directory/lookup.ts'
import type { Rule } from '../authorize-request.ts'

/** AADSTS50194: `/common` with an application of a single tenant; AADSTS700016: such an application at another tenant. */
export const tenantAdmitted: Rule = ({ application, authority, home }) => {
  if (!application || isMultiTenant(application)) return undefined
  if (!authority.directory)
    return {
      code: 50194,
      error: 'invalid_request',
      message: `The application '${application.appId}' (${application.displayName}) is registered for one tenant only and can't be used with '/common': use the tenant's own address, or let the application admit other tenants.`,
      onPage: true,
    }
  if (home && home.id !== authority.directory.id)
    return {
      code: 700016,
      error: 'unauthorized_client',
      message: `The application '${application.appId}' is registered in another directory than '${authority.directory.displayName}' and admits no other tenants.`,
      onPage: true,
    }
  return undefined
}
