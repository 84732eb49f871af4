import { splitPath } from './split-path.ts'

export interface Endpoints {
  authorization: string
  token: string
  jwks: string
  userinfo: string
  revocation?: string
  introspection?: string
  pushed_authorization_request?: string
}

/** The endpoints of oidc-provider below an authority's mount: Entra's paths (FACTS, Microsoft Entra), and plain ones. */
export const endpointsOf = (kind: 'entra' | 'oidc'): Endpoints =>
  kind === 'entra'
    ? {
        authorization: '/oauth2/v2.0/authorize',
        token: '/oauth2/v2.0/token',
        jwks: '/discovery/v2.0/keys',
        userinfo: '/oidc/userinfo',
      }
    : {
        authorization: '/authorize',
        token: '/token',
        jwks: '/jwks',
        userinfo: '/userinfo',
        revocation: '/revoke',
        introspection: '/introspect',
        pushed_authorization_request: '/par',
      }

/** The sign-out endpoint, which is our own. */
export const logoutPath = (kind: 'entra' | 'oidc') => (kind === 'entra' ? '/oauth2/v2.0/logout' : '/logout')

/** The page by which a client learns that the session has changed; next to the sign-out endpoint. */
export const sessionFramePath = (kind: 'entra' | 'oidc') =>
  logoutPath(kind).replace('logout', 'check-session')

export const discoveryPath = (kind: 'entra' | 'oidc') =>
  kind === 'entra' ? '/v2.0/.well-known/openid-configuration' : '/.well-known/openid-configuration'

/**
 * Where RFC 8414 section 3.1 has the metadata of a generic provider: in front of its path. MCP clients look for both there.
 */
const inFront = /^\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(\/oidc\/[^/]+)\/?$/

/** The path where this provider has what a path asks for. */
export const ownPath = (path: string): string => {
  const mount = inFront.exec(path)?.[1]
  return mount === undefined ? path : mount + discoveryPath('oidc')
}

/** MSAL's first question, at `/common`. */
export const instanceDiscoveryPath = '/discovery/instance'

/** The Graph-shaped API of a tenant. */
export const graphPath = '/graph/'

const scriptPaths = (kind: 'entra' | 'oidc') => {
  const { authorization: _, ...endpoints } = endpointsOf(kind)
  return new Set([...Object.values(endpoints), discoveryPath(kind), instanceDiscoveryPath])
}
const reached = { entra: scriptPaths('entra'), oidc: scriptPaths('oidc') }

/** Whether scripts in a browser call a path: everything but the pages. */
export function isForScripts(path: string): boolean {
  const { kind, rest } = splitPath(ownPath(path))
  return reached[kind].has(rest.replace(/\/$/, '')) || (kind === 'entra' && rest.startsWith(graphPath))
}
