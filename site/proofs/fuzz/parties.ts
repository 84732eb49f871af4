import { packs } from '@doorstep/machines'
import { joining, newClass, personAct, trainerAct } from '../../class/server/bodies.ts'
import { openClasses } from '../../class/server/open-classes.ts'
import { createApp } from '../../tenant/app.ts'
import { arrangement, clockMove, misbehaving } from '../../tenant/control/bodies.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Addresses } from '../../testing/doorstep-process.ts'
import { atControl, atProvider, atTenant, inClass, type Person } from './people.ts'
import type { Vocabulary } from './requests.ts'
import { type Route, routesOf, routesOfProvider } from './routes.ts'

/** A party as it is attacked: with what, by whom. Words in capitals are replaced by what a person knows. */
export interface Party {
  routes: readonly Route[]
  vocabulary: Vocabulary
  /** Who sends. */
  people: Record<string, (at: Addresses) => Promise<Person>>
  origin: (at: Addresses) => string
}

const classes = await openClasses({ folder: ':memory:', packs, site: () => '' })
const ofClasses = routesOf(classes.app, '/class-api')
await classes.close()

/** The routes are there before anybody asks, and need nothing of the tenant until then. */
const ofTenant = routesOf(createApp({ now: Date.now, store: {}, origin: 'http://localhost' } as Tenant))
const isControl = ({ path }: Route) => path.startsWith('/control')

const flows = packs.flatMap(({ flows }) => flows)
const flowWords = flows
  .flatMap(({ id, givens }) => [id, ...Object.keys(givens)])
  .concat(packs.map(({ id }) => id))

const productFields = [
  ...[
    'email',
    'password',
    'again',
    'code',
    'remember',
    'method',
    'name',
    'current',
    'session',
    'role',
    'until',
  ],
  ...[
    'addresses',
    'alert',
    'do',
    'way',
    'client-id',
    'directory-id',
    'discovery-url',
    'client-secret',
    'relink',
  ],
  ...['state', 'error', 'id_token', 'logout_token', 'iss', 'form', 'id', 'response', 'key', 'from'],
]

const oauthFields = [
  ...[
    'client_id',
    'redirect_uri',
    'response_type',
    'response_mode',
    'scope',
    'prompt',
    'claims',
    'max_age',
    'code',
  ],
  ...[
    'id_token_hint',
    'grant_type',
    'client_secret',
    'refresh_token',
    'request',
    'request_uri',
    'state',
    'nonce',
  ],
  ...[
    'post_logout_redirect_uri',
    'code_challenge',
    'code_challenge_method',
    'code_verifier',
    'ticket',
    'stay',
  ],
  ...[
    'do',
    'name',
    'password',
    'account',
    'consent',
    'description',
    'days',
    'audience',
    'platform',
    'redirectUri',
  ],
  ...['$filter', '$select', '$top', '$search', '$orderby', '$expand', '$count', 'api-version'],
]

/** Every party that speaks HTTP. */
export const parties: Record<string, Party> = {
  site: {
    routes: ['/', '/live.json', '/oembed', '/flows/:flow/', '/embed/:flow/', '/_astro/:file', '/:any'].map(
      (path) => ({
        method: 'GET',
        path,
      }),
    ),
    vocabulary: {
      words: [...flowWords, '/embed/first-login/log-in/'],
      fields: ['url', 'format', 'maxwidth'],
    },
    people: {},
    origin: ({ site }) => site,
  },
  tenant: {
    routes: ofTenant
      .filter((route) => !isControl(route))
      .map(({ method, path }) => ({ method, path: path.replace(':sandbox', 'SANDBOX') })),
    vocabulary: {
      words: [
        'SANDBOX',
        'EMAIL',
        'PASSWORD',
        'TOKEN',
        '000000',
        'authenticator-app',
        'security-key',
        'Editor',
        'save',
      ],
      fields: productFields,
    },
    people: atTenant,
    origin: ({ tenant }) => tenant,
  },
  control: {
    routes: ofTenant
      .filter(isControl)
      .map(({ method, path }) => ({ method, path: path.replace(':id', 'SANDBOX') })),
    vocabulary: {
      words: ['SANDBOX', 'Bearer KEY', '1', '2', 'invited', 'administrator', 'signed-in', 'unknown-kid'],
      fields: ['from', 'given'],
      bodies: [arrangement, clockMove, misbehaving],
    },
    people: { 'who has the key': atControl },
    origin: ({ tenant }) => tenant,
  },
  provider: {
    routes: routesOfProvider,
    vocabulary: {
      words: [
        'DIRECTORY',
        'EMAIL',
        'PASSWORD',
        'mill-street',
        'common',
        'code',
        'openid',
        'none',
        'displayName',
        'id',
      ],
      fields: oauthFields,
    },
    people: { administrator: atProvider },
    origin: ({ provider }) => provider,
  },
  classes: {
    routes: ofClasses
      // Leaving ends the class, and nothing before that.
      .filter(({ method, path }) => method !== 'DELETE' || !path.endsWith(':code'))
      // Who guesses codes waits for two seconds each time: one route does.
      .map(({ method, path }) => ({ method, path: path.replace(':code', 'CODE') }))
      .concat({ method: 'GET', path: '/class-api/classes/:code' }),
    vocabulary: {
      words: ['CODE', 'PERSON', 'Bearer KEY', 'Bearer TRAINER', 'Bearer REMOTE', ...flowWords],
      fields: ['as'],
      bodies: [newClass, joining, personAct, trainerAct],
    },
    people: { 'trainer and participant': inClass },
    origin: ({ site }) => site,
  },
}
