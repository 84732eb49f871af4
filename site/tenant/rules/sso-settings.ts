import { subject } from './rule.ts'

const rule = subject('sso-settings')

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const LONGEST = 255

export type SsoMethod = 'entra-id' | 'openid-connect'

export const readClientId = rule(
  {
    says: 'The client ID of an application in Entra is a GUID. Other providers choose its form.',
    clauses: ['Documentation configure-sso-entra.5', 'Documentation configure-sso-oidc.5'],
    tests: ['actions/sso-settings.test.ts'],
  },
  (typed: string, method: SsoMethod): { clientId: string } | { wrong: string } => {
    const clientId = typed.trim()
    if (clientId === '') return { wrong: 'Enter the Client ID' }
    if (clientId.length > LONGEST) return { wrong: `A Client ID has at most ${LONGEST} characters` }
    return method === 'openid-connect' || GUID.test(clientId)
      ? { clientId }
      : { wrong: 'A Client ID of Entra is a GUID, such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301' }
  },
)

export const readDirectoryId = rule(
  {
    says: 'The Directory (tenant) ID on the overview page of an application in Entra is a GUID. It is optional.',
    clauses: ['Inferred'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers the ID as tokens have it, null for none, or what is wrong. */
  (typed: string): { directoryId: string | null } | { wrong: string } => {
    const directoryId = typed.trim().toLowerCase()
    if (directoryId === '') return { directoryId: null }
    return GUID.test(directoryId)
      ? { directoryId }
      : { wrong: 'A Directory (tenant) ID is a GUID. Copy it from the overview' }
  },
)
