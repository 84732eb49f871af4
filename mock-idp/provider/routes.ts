import { splitPath } from './split-path.ts'

export interface Endpoints {
  authorization: string
  token: string
  jwks: string
  userinfo: string
  revocation?: string
  introspection?: string
  pushed_authorization_request?: string
  registration?: string
  device_authorization: string
  /** The page on which a person enters the code of a device. */
  code_verification: string
}

/** The endpoints of oidc-provider below an authority's mount: Entra's paths (FACTS, Microsoft Entra), and plain ones. */
export const endpointsOf = (kind: 'entra' | 'oidc'): Endpoints =>
  kind === 'entra'
    ? {
        authorization: '/oauth2/v2.0/authorize',
        token: '/oauth2/v2.0/token',
        jwks: '/discovery/v2.0/keys',
        userinfo: '/oidc/userinfo',
        device_authorization: '/oauth2/v2.0/devicecode',
        code_verification: '/oauth2/deviceauth',
      }
    : {
        authorization: '/authorize',
        token: '/token',
        jwks: '/jwks',
        userinfo: '/userinfo',
        revocation: '/revoke',
        introspection: '/introspect',
        pushed_authorization_request: '/par',
        registration: '/register',
        device_authorization: '/device-authorization',
        code_verification: '/device',
      }

/** The sign-out endpoint, which is our own. */
export const logoutPath = (kind: 'entra' | 'oidc') => (kind === 'entra' ? '/oauth2/v2.0/logout' : '/logout')

/** The page by which a client learns that the session has changed; next to the sign-out endpoint. */
export const sessionFramePath = (kind: 'entra' | 'oidc') =>
  logoutPath(kind).replace('logout', 'check-session')

export const discoveryPath = (kind: 'entra' | 'oidc') =>
  kind === 'entra' ? '/v2.0/.well-known/openid-configuration' : '/.well-known/openid-configuration'

/**
 * Entra's endpoints of version 1.0, and what they are in version 2.0 (MicrosoftDocs/azure-docs, articles/active-directory/azuread-dev:
 * v1-protocols-openid-connect-code.md and v1-protocols-oauth-code.md).
 */
export const versionOnePaths: ReadonlyMap<string, string> = new Map([
  ['/.well-known/openid-configuration', discoveryPath('entra')],
  ['/oauth2/authorize', endpointsOf('entra').authorization],
  ['/oauth2/token', endpointsOf('entra').token],
  ['/oauth2/devicecode', endpointsOf('entra').device_authorization],
  ['/oauth2/logout', logoutPath('entra')],
  ['/discovery/keys', endpointsOf('entra').jwks],
  ['/openid/userinfo', endpointsOf('entra').userinfo],
])

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

/** Pages: browsers open them, scripts do not call them. */
const pages = (kind: 'entra' | 'oidc') => [
  endpointsOf(kind).authorization,
  endpointsOf(kind).code_verification,
  logoutPath(kind),
]

function scriptPaths(kind: 'entra' | 'oidc') {
  const current = [
    ...Object.values<string>({ ...endpointsOf(kind) }),
    discoveryPath(kind),
    instanceDiscoveryPath,
  ]
  const former = kind === 'entra' ? [...versionOnePaths] : []
  const paths = [...current.map((path) => [path, path] as const), ...former]
  return new Set(paths.filter(([, own]) => !pages(kind).includes(own)).map(([path]) => path))
}
const reached = { entra: scriptPaths('entra'), oidc: scriptPaths('oidc') }

/** Whether scripts in a browser call a path: everything but the pages. */
export function isForScripts(path: string): boolean {
  const { kind, rest } = splitPath(ownPath(path))
  return reached[kind].has(rest.replace(/\/$/, '')) || (kind === 'entra' && rest.startsWith(graphPath))
}
