import { createHash } from 'node:crypto'
import { guidFrom, makeApplication, makeDirectory, makeSecret, makeUser } from '../directory/make.ts'
import type { Directory } from '../directory/types.ts'
import type { Config, DirectoryConfig } from './schema.ts'

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** One directory of a configuration. Ids that it doesn't give are made from names, so that they stay the same. */
function directoryFrom(config: DirectoryConfig, now: number): Directory {
  const { kind, displayName, domains } = config
  const id = config.id ?? (kind === 'entra' ? guidFrom(`tenant ${displayName}`) : slug(displayName))
  return makeDirectory({
    ...config,
    id,
    domains,
    revision: createHash('sha256').update(JSON.stringify(config)).digest('base64url'),
    managementToken: config.managementToken ?? guidFrom(`management ${id}`),
    users: config.users.map((user) =>
      makeUser({
        id: guidFrom(`user ${id} ${user.userPrincipalName}`),
        mail: user.userPrincipalName,
        ...user,
      }),
    ),
    applications: config.applications.map(
      ({ redirectUris, spaRedirectUris, secrets, idTokens, frontChannelLogoutUri, ...application }) => {
        const seed = `application ${id} ${application.displayName}`
        return makeApplication(
          {
            id: guidFrom(`${seed} object`),
            appId: guidFrom(seed),
            ...application,
            web: {
              redirectUris,
              logoutUrl: frontChannelLogoutUri,
              implicitGrantSettings: { enableIdTokenIssuance: idTokens, enableAccessTokenIssuance: false },
            },
            spa: { redirectUris: spaRedirectUris },
            passwordCredentials: secrets.map((secretText) =>
              makeSecret(now, { displayName: 'configured', secretText }),
            ),
          },
          now,
        )
      },
    ),
  })
}

export const directoriesFrom = (config: Config, now: number): Directory[] =>
  config.directories.map((directory) => directoryFrom(directory, now))
