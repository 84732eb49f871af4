import type { Rule } from '../authorize-request.ts'

/** AADSTS700016: the application isn't in the directory (FACTS, Microsoft Entra). */
export const applicationKnown: Rule = ({ application, authority, params }) =>
  application
    ? undefined
    : {
        code: 700016,
        error: 'unauthorized_client',
        message: `No application with the identifier '${params.get('client_id') ?? ''}' exists in the directory '${
          authority.directory?.displayName ?? 'common'
        }': compare the client ID with the registration's overview, and the tenant in the address.`,
        onPage: true,
      }
