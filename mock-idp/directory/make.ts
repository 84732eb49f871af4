import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Application, Directory, Group, PasswordCredential, User } from './types.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A GUID that is always the same for a seed, so that addresses survive a restart. */
export function guidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

export function makeUser(fields: Partial<User> & Pick<User, 'userPrincipalName'>): User {
  return {
    id: randomUUID(),
    displayName: fields.userPrincipalName.split('@')[0] ?? fields.userPrincipalName,
    password: randomBytes(9).toString('base64url'),
    accountEnabled: true,
    administrator: false,
    ...fields,
  }
}

export const makeGroup = (fields: Partial<Group> & Pick<Group, 'displayName'>): Group => ({
  id: randomUUID(),
  memberIds: [],
  ...fields,
})

/** A client secret valid from `now` (ms) for `days`; the value is 40 characters, as Entra's are. */
export function makeSecret(
  now: number,
  { displayName = '', days = 180, secretText = randomBytes(30).toString('base64url') } = {},
): PasswordCredential {
  return {
    keyId: randomUUID(),
    displayName,
    hint: secretText.slice(0, 3),
    secretText,
    startDateTime: new Date(now).toISOString(),
    endDateTime: new Date(now + days * dayMs).toISOString(),
  }
}

export type ApplicationFields = Partial<Omit<Application, 'web'>> & {
  displayName: string
  web?: Partial<Application['web']>
}

export function makeApplication({ web, ...fields }: ApplicationFields, now = Date.now()): Application {
  return {
    id: randomUUID(),
    appId: randomUUID(),
    createdDateTime: new Date(now).toISOString(),
    signInAudience: 'AzureADMyOrg',
    web: {
      redirectUris: [],
      implicitGrantSettings: { enableIdTokenIssuance: false, enableAccessTokenIssuance: false },
      ...web,
    },
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
    passwordCredentials: [],
    assignmentRequired: false,
    assignedUserIds: [],
    consentedForAll: false,
    consentedUserIds: [],
    postLogoutRedirectUris: [],
    identifierUris: [],
    scopes: [],
    appRoles: [],
    roleAssignments: {},
    permissions: {},
    groupClaims: false,
    idTokenSigningAlg: 'RS256',
    ...fields,
  }
}

export type DirectoryFields = Partial<Directory> & Pick<Directory, 'kind' | 'displayName'>

export function makeDirectory(fields: DirectoryFields): Directory {
  const id = fields.id ?? randomUUID()
  return {
    id,
    realm: 'default',
    users: [],
    groups: [],
    applications: [],
    managementToken: randomBytes(24).toString('base64url'),
    ...fields,
    domains: (fields.domains ?? [`${id.slice(0, 8)}.example`]).map((domain) => domain.toLowerCase()),
  }
}
