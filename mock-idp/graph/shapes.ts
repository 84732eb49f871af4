import type { Application, Directory, Group, PasswordCredential, User } from '../directory/types.ts'

/** A secret as it is read back: without its value, which is shown once. */
const credentialShape = ({ secretText: _, ...shown }: PasswordCredential) => ({
  ...shown,
  secretText: null,
})

/** An application as Graph answers it; what only the provider keeps stays out. */
export const applicationShape = (application: Application) => ({
  id: application.id,
  appId: application.appId,
  displayName: application.displayName,
  createdDateTime: application.createdDateTime,
  signInAudience: application.signInAudience,
  identifierUris: application.identifierUris,
  web: application.web,
  spa: application.spa,
  publicClient: application.publicClient,
  passwordCredentials: application.passwordCredentials.map(credentialShape),
})

/** A user as Graph answers it: never with a password. What this directory has no data for is null. */
export const userShape = ({ password: _, administrator: __, claims: ___, ...user }: User) => ({
  businessPhones: [],
  givenName: null,
  jobTitle: null,
  mail: null,
  mailNickname: null,
  mobilePhone: null,
  officeLocation: null,
  preferredLanguage: null,
  surname: null,
  ...user,
})

/** A group: of those that Entra has, a security group. */
export const groupShape = ({ id, displayName, description = '', mailNickname = '' }: Group) => ({
  '@odata.type': '#microsoft.graph.group',
  id,
  displayName,
  description: description || null,
  mailNickname: mailNickname || null,
  mailEnabled: false,
  securityEnabled: true,
  groupTypes: [],
})

export const organizationShape = ({
  id,
  displayName,
  domains,
}: Pick<Directory, 'id' | 'displayName' | 'domains'>) => ({
  id,
  displayName,
  verifiedDomains: domains.map((name, index) => ({ name, isDefault: index === 0, isVerified: true })),
})

const namesOf = (shape: object) => Object.keys(shape).filter((name) => !name.startsWith('@'))
const nothing = { id: '', displayName: '' }

/** The properties that queries may name. */
export const userProperties = {
  name: 'users',
  properties: namesOf(
    userShape({
      ...nothing,
      userPrincipalName: '',
      password: '',
      accountEnabled: true,
      administrator: false,
    }),
  ),
}
export const groupProperties = {
  name: 'groups',
  properties: namesOf(groupShape({ ...nothing, memberIds: [] })),
}
export const organizationProperties = {
  name: 'organization',
  properties: namesOf(organizationShape({ ...nothing, domains: [] })),
}
export const applicationProperties = {
  name: 'applications',
  properties: [
    ...['id', 'appId', 'displayName', 'createdDateTime', 'signInAudience', 'identifierUris'],
    ...['web', 'spa', 'publicClient', 'passwordCredentials'],
  ],
}
