import { packs, type Room } from './room.ts'

/** Deployments to check: each profile is a room, because each needs something else to start its product. */
export const ofTargets: Readonly<Record<string, Room>> = {
  'conformance/targets': {
    rooms: [
      ...['machines', 'machines/model', 'machines/devices', 'mock-idp'],
      ...['site/tenant', 'site/mailbox', 'site/directories', 'site/serve.ts', 'site/listen.ts'],
      ...[
        'conformance/packs',
        'conformance/page',
        'conformance/report',
        'conformance/defects',
        'conformance/errors.ts',
      ],
    ],
    tests: [
      'conformance/run',
      'conformance/session',
      'conformance/checks',
      'conformance/browser.ts',
      ...packs,
    ],
  },
  'conformance/targets/bundled': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'conformance/defects', 'machines/model'],
  },
  'conformance/targets/better-auth': {
    rooms: [
      'conformance/index.ts',
      'conformance/targets',
      'site/serve.ts',
      'site/listen.ts',
      'machines/devices',
    ],
    tests: ['conformance/run'],
  },
  'conformance/targets/depot': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'site/serve.ts', 'site/listen.ts'],
    tests: ['conformance/run', 'conformance/checks'],
  },
  'conformance/targets/directus': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'machines/devices'],
  },
  'conformance/targets/redmine': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/flask-security': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/n8n': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/dokuwiki': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/glewlwyd': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'site/serve.ts'],
  },
  'conformance/targets/lemonldap': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/nodebb': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/ghost': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/strapi': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/wordpress': { rooms: ['conformance/index.ts', 'conformance/targets'] },
  'conformance/targets/mediawiki': {
    rooms: ['conformance/index.ts', 'conformance/targets'],
  },
  'conformance/targets/ordinary-ways': {
    rooms: [
      'conformance/index.ts',
      'conformance/targets',
      'site/serve.ts',
      'site/listen.ts',
      'machines/devices',
    ],
    tests: ['conformance/run'],
  },
  'conformance/targets/hostile': {
    rooms: ['conformance/index.ts', 'site/serve.ts'],
    tests: ['conformance/report'],
  },
  'conformance/targets/example': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'site/serve.ts', 'site/listen.ts'],
    tests: ['conformance/run'],
  },
}
