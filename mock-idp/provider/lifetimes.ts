import type { Authority } from './authority.ts'

const hourS = 60 * 60
const dayS = 24 * hourS

/** How long everything lasts, in seconds of simulated time, by oidc-provider's names. */
const lifetimes = {
  AccessToken: hourS,
  ClientCredentials: hourS,
  AuthorizationCode: 5 * 60,
  DeviceCode: 15 * 60,
  Grant: 90 * dayS,
  IdToken: hourS,
  Interaction: hourS,
  RefreshToken: 90 * dayS,
  Session: 14 * dayS,
}

/** How long things last at an authority; a directory may have its own. */
export function lifetimesAt({ directory }: Authority): typeof lifetimes {
  const { accessToken, idToken, refreshToken, authorizationCode, session } = directory?.lifetimes ?? {}
  return {
    ...lifetimes,
    AccessToken: accessToken ?? lifetimes.AccessToken,
    ClientCredentials: accessToken ?? lifetimes.ClientCredentials,
    IdToken: idToken ?? lifetimes.IdToken,
    RefreshToken: refreshToken ?? lifetimes.RefreshToken,
    AuthorizationCode: authorizationCode ?? lifetimes.AuthorizationCode,
    Session: session ?? lifetimes.Session,
  }
}

/** RFC 8628 section 3.2; as at Entra. */
export const devicePollSeconds = ({ directory }: Authority): number => directory?.devicePollSeconds ?? 5

/** A logout token is read when it arrives (Back-Channel Logout 1.0 section 2.4: at most two minutes). */
export const logoutTokenLifetime = 2 * 60

/**
 * For how many seconds a refresh token may be used again after its first use. Entra replaces it at each use and takes none back; at
 * a generic provider two tabs that refresh at once go well.
 */
export const refreshTokenReuse = ({ kind, directory }: Authority): number =>
  directory?.refreshTokenReuseSeconds ?? (kind === 'entra' ? Number.POSITIVE_INFINITY : 30)
