import { makeApplication } from '../directory/make.ts'
import type { Application } from '../directory/types.ts'
import type { Authority } from './authority.ts'

/** The admin center's own client id: a first-party application of every tenant, not listed among the registered ones. */
export const adminCenterId = 'd0045709-ad01-4ce4-8d1f-000000000001'

export const adminCenter = ({ base, mount }: Authority): Application =>
  makeApplication({
    displayName: 'Entra admin center',
    appId: adminCenterId,
    consentedForAll: true,
    web: { redirectUris: [`${base}${mount}/admin`] },
  })

/** Where the admin center sends people to sign in. */
export const adminSignInUrl = ({ base, mount }: Authority, prompt?: string): string => {
  const params = new URLSearchParams({
    client_id: adminCenterId,
    response_type: 'code',
    redirect_uri: `${base}${mount}/admin`,
    scope: 'openid profile',
    ...(prompt && { prompt }),
  })
  return `${base}${mount}/oauth2/v2.0/authorize?${params}`
}
