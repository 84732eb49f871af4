import type { Hono } from 'hono'
import {
  discoveryPath,
  endpointsOf,
  logoutPath,
  sessionFramePath,
} from '../../../mock-idp/provider/routes.ts'

/** An address that a party answers, as Hono writes it: `:name` and `:name{a|b}` stand for anything. */
export interface Route {
  method: string
  path: string
}

/** What a Hono app answers; a new route is there without being listed. */
export function routesOf(app: Pick<Hono, 'routes'>, below = ''): Route[] {
  const known = new Map(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path: below + path }]),
  )
  return [...known.values()]
}

const both = (path: string): Route[] => ['GET', 'POST'].map((method) => ({ method, path }))

const pagesOfEntra = [
  ...['/account', '/admin', '/admin/users', '/admin/applications', '/admin/applications/new'],
  ...['', '/secrets', '/secrets/new', '/authentication', '/overview'].map(
    (page) => `/admin/applications/:id${page}`,
  ),
  ...[
    '/me',
    '/users',
    '/users/:id',
    '/groups',
    '/groups/:id',
    '/applications',
    '/applications/:id',
    '/$batch',
    '/:any',
  ].map((path) => `/graph/v1.0${path}`),
]

/** The provider is no Hono app: its endpoints are listed by kind of directory. */
export const routesOfProvider: Route[] = (['entra', 'oidc'] as const)
  .flatMap((kind) => {
    const paths = [
      ...Object.values(endpointsOf(kind)),
      logoutPath(kind),
      sessionFramePath(kind),
      discoveryPath(kind),
    ]
    const pages = kind === 'entra' ? pagesOfEntra : []
    return [...paths, ...pages, '/login/:visit', '/:any'].map((path) =>
      kind === 'entra' ? `/:directory${path}` : `/oidc/:directory${path}`,
    )
  })
  .concat('/', '/assets/:name', '/common/discovery/instance', '/:any')
  .flatMap(both)
