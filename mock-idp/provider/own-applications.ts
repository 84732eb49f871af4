import { makeApplication } from '../directory/make.ts'
import type { Application } from '../directory/types.ts'
import type { Authority } from './authority.ts'
import { endpointsOf } from './routes.ts'

/** The admin center's own client id. */
export const adminCenterId = 'd0045709-ad01-4ce4-8d1f-000000000001'

/**
 * First-party applications of every directory, not listed among the registered ones: each is a page below its address. Only
 * tenants have an admin center.
 */
const ownApplications = {
  [adminCenterId]: { displayName: 'Entra admin center', page: '/admin' },
  'd0045709-ad01-4ce4-8d1f-000000000002': { displayName: 'My account', page: '/account' },
} as const

type OwnPage = (typeof ownApplications)[keyof typeof ownApplications]['page']

type MountPoint = Pick<Authority, 'kind' | 'base' | 'mount'>

/** The first-party application of that client id. */
export function ownApplication({ kind, base, mount }: MountPoint, appId: string): Application | undefined {
  if (kind === 'oidc' && appId === adminCenterId) return undefined
  const found = Object.entries(ownApplications).find(([id]) => id === appId)
  if (!found) return undefined
  const [, { displayName, page }] = found
  return makeApplication({
    displayName,
    appId,
    consentedForAll: true,
    web: { redirectUris: [`${base}${mount}${page}`] },
  })
}

/** Where a page of the provider's own sends people to sign in. */
export function ownSignInUrl({ kind, base, mount }: MountPoint, page: OwnPage, ticket?: string): string {
  const [clientId = ''] = Object.entries(ownApplications).find(([, own]) => own.page === page) ?? []
  const params = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: `${base}${mount}${page}`,
    scope: 'openid profile',
    // Someone who is signed in already: the ticket says who they become.
    ...(ticket !== undefined && { ticket, prompt: 'login' }),
  })
  return `${base}${mount}${endpointsOf(kind).authorization}?${params}`
}
