import { randomBytes, timingSafeEqual } from 'node:crypto'
import type Provider from 'oidc-provider'
import type { Clock } from '../clock.ts'
import { isPostLogoutUri, registeredPlatform } from '../directory/redirect-uri.ts'
import type { Application } from '../directory/types.ts'
import { deviceGrant } from './client-metadata.ts'

/**
 * Takes the place of a secret where a client has proven itself in another way, or need not. It never leaves this process.
 */
export const provenOtherwise = randomBytes(32).toString('base64url')

/** Whether a value is one of the application's secrets, and whether that one is still valid. */
export function judgeSecret(
  application: Application,
  value: string,
  now: number,
): 'right' | 'wrong' | 'expired' {
  const match = application.passwordCredentials.find((credential) => {
    const [given, known] = [Buffer.from(value), Buffer.from(credential.secretText)]
    return given.length === known.length && timingSafeEqual(given, known)
  })
  if (!match) return 'wrong'
  return Date.parse(match.endDateTime) > now ? 'right' : 'expired'
}

/** Lets the directory, read afresh each time, decide on redirect URIs and secrets instead of the library's copies. */
export function governClients(
  provider: Provider,
  applicationOf: (appId: string) => Application | undefined,
  now: Clock,
) {
  Object.assign(provider.Client.prototype, {
    /** Any client may be a device. The library wants a key of those that have pairwise subjects, and Entra none. */
    grantTypeAllowed(this: { grantTypes: string[] }, type: string) {
      return type === deviceGrant || this.grantTypes.includes(type)
    },
    redirectUriAllowed(this: { clientId: string }, uri: string) {
      const application = applicationOf(this.clientId)
      return application !== undefined && registeredPlatform(application, uri) !== undefined
    },
    postLogoutRedirectUriAllowed(this: { clientId: string }, uri: string) {
      const application = applicationOf(this.clientId)
      return application !== undefined && isPostLogoutUri(application, uri)
    },
    includeSid(this: { clientId: string }) {
      const application = applicationOf(this.clientId)
      return Boolean(application?.backchannelLogoutUri || application?.web.logoutUrl)
    },
    async compareClientSecret(this: { clientId: string }, actual: string) {
      const application = applicationOf(this.clientId)
      if (application === undefined) return false
      return actual === provenOtherwise || judgeSecret(application, actual, now()) === 'right'
    },
  })
}
