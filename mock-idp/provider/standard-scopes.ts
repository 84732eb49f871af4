/** The scopes of OpenID Connect that every provider here knows. */
export const standardScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access']
