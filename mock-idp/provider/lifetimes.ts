const hourS = 60 * 60
const dayS = 24 * hourS

/** How long everything lasts, in seconds of simulated time, by oidc-provider's names. */
export const lifetimes = {
  AccessToken: hourS,
  AuthorizationCode: 5 * 60,
  Grant: 90 * dayS,
  IdToken: hourS,
  Interaction: hourS,
  RefreshToken: 90 * dayS,
  Session: 14 * dayS,
}

/** A logout token is read when it arrives (Back-Channel Logout 1.0 section 2.4: at most two minutes). */
export const logoutTokenLifetime = 2 * 60
