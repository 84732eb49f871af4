import type { Application, PasswordCredential, User } from '../directory/types.ts'

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
  web: application.web,
  spa: application.spa,
  publicClient: application.publicClient,
  passwordCredentials: application.passwordCredentials.map(credentialShape),
})

/** A user as Graph answers it: never with a password. */
export const userShape = ({ password: _, administrator: __, claims: ___, ...user }: User) => user
