/** What the files of a room may import apart from each other. */
export interface Room {
  rooms: readonly string[]
  /** npm packages and Node's own modules. Absent: any. */
  packages?: readonly string[]
  /** Rooms that its tests may import as well. */
  tests?: readonly string[]
}

const packs = ['machines/first-login', 'machines']

/**
 * The allowed imports of every room, by its path. A file belongs to the room with the longest path that it begins with. No two
 * rooms may import each other, and the tests of `.ci/walls` hold that.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'machines/model': { rooms: [], packages: ['xstate'], tests: packs },
  'machines/devices': {
    rooms: [],
    packages: ['@levischuck/tiny-cbor', '@otplib/uri', '@simplewebauthn/browser', 'jsqr', 'otplib'],
    tests: ['site/serve.ts', 'conformance/page'],
  },
  'machines/first-login': { rooms: ['machines/model'], packages: ['xstate'] },
  machines: { rooms: ['machines/model', 'machines/first-login'], tests: ['conformance/errors.ts'] },

  'mock-idp': {
    rooms: [],
    tests: ['site/tenant', 'site/listen.ts', 'conformance/browser.ts', 'machines/devices'],
  },

  'conformance/errors.ts': { rooms: [] },
  'conformance/browser.ts': { rooms: ['conformance/errors.ts'] },
  'conformance/browser-install.ts': { rooms: ['conformance/browser.ts', 'conformance/errors.ts'] },
  'conformance/plan': { rooms: ['machines/model'], tests: packs },
  'conformance/packs': { rooms: ['machines', 'machines/model', 'conformance/errors.ts'], tests: packs },
  'conformance/trace': { rooms: ['machines/model', 'conformance/packs'], tests: packs },
  'conformance/draft': {
    rooms: ['machines/model', 'conformance/trace'],
    tests: ['conformance/packs', 'conformance/plan'],
  },
  'conformance/page': { rooms: ['machines/devices', 'machines/model'], tests: ['mock-idp', 'site/serve.ts'] },
  'conformance/report': {
    rooms: [
      'machines/model',
      'mock-idp',
      'conformance/packs',
      'conformance/plan',
      'conformance/errors.ts',
      'conformance/browser.ts',
    ],
    tests: ['site/simulator', ...packs],
  },
  'conformance/defects': {
    rooms: [
      'site/tenant',
      'site/mailbox',
      'site/serve.ts',
      'site/listen.ts',
      'conformance/report',
      'conformance/errors.ts',
    ],
    tests: ['conformance/checks', 'conformance/run', 'conformance/targets'],
  },
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
  'conformance/targets/directus': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'machines/devices'],
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
  'conformance/targets/example': {
    rooms: ['conformance/index.ts', 'conformance/targets', 'site/serve.ts', 'site/listen.ts'],
    tests: ['conformance/run'],
  },
  'conformance/session': {
    rooms: [
      'machines/model',
      'machines/devices',
      'conformance/page',
      'conformance/packs',
      'conformance/targets',
    ],
    tests: ['site/serve.ts', ...packs],
  },
  'conformance/checks': {
    rooms: [
      ...['machines', 'machines/model', 'machines/devices'],
      ...[
        'conformance/page',
        'conformance/packs',
        'conformance/session',
        'conformance/targets',
        'conformance/plan',
      ],
    ],
    tests: [
      'conformance/run',
      'conformance/defects',
      'conformance/report',
      'site/serve.ts',
      'site/mailbox',
      'mock-idp',
    ],
  },
  'conformance/run': {
    rooms: [
      ...[
        'machines/model',
        'conformance/plan',
        'conformance/packs',
        'conformance/page',
        'conformance/session',
        'conformance/targets',
      ],
      ...['conformance/checks', 'conformance/defects', 'conformance/report', 'conformance/errors.ts'],
      ...['conformance/browser.ts', 'conformance/browser-install.ts'],
    ],
    tests: packs,
  },
  'conformance/bench': {
    rooms: [
      ...['machines', 'machines/model', 'machines/devices', 'machines/first-login', 'mock-idp'],
      ...[
        'conformance/packs',
        'conformance/page',
        'conformance/plan',
        'conformance/session',
        'conformance/targets',
      ],
      ...[
        'conformance/run',
        'conformance/report',
        'conformance/trace',
        'conformance/browser.ts',
        'conformance/browser-install.ts',
        'conformance/errors.ts',
        'site/class/bench',
      ],
    ],
  },
  'conformance/commands': {
    rooms: [
      ...[
        'machines/model',
        'mock-idp',
        'conformance/targets',
        'conformance/plan',
        'conformance/packs',
        'conformance/trace',
        'conformance/draft',
        'conformance/run',
      ],
      ...['conformance/report', 'conformance/checks', 'conformance/errors.ts'],
    ],
    tests: ['site/serve.ts', ...packs],
  },
  'conformance/index.ts': { rooms: ['machines', 'conformance/targets'] },
  'conformance/cli.ts': {
    rooms: ['conformance/commands', 'conformance/errors.ts', 'conformance/plan', 'conformance/report'],
  },

  'site/listen.ts': { rooms: [] },
  'site/serve.ts': { rooms: ['site/listen.ts'] },
  'site/mailbox': { rooms: ['site/listen.ts'], tests: ['site/tenant'] },
  'site/tenant': {
    rooms: ['mock-idp', 'site/mailbox', 'site/listen.ts', 'site/serve.ts'],
    tests: ['machines/devices', 'site/directories', 'conformance/browser.ts'],
  },
  'site/directories': { rooms: ['mock-idp', 'site/tenant'], tests: ['machines/devices', 'site/mailbox'] },

  'site/products.ts': { rooms: ['site/tenant', 'machines/model'] },
  'site/simulator': {
    rooms: ['machines/model', 'machines/devices', 'site/products.ts', 'site/tenant', 'site/directories'],
    tests: ['site/packs', 'site/testing', ...packs],
  },
  'site/class': {
    rooms: ['machines/model', 'site/simulator', 'site/tenant'],
    tests: ['site/serve.ts', 'site/testing', 'site/simulator', ...packs],
  },
  'site/class/bench': {
    rooms: [
      'machines',
      'machines/model',
      'site/class',
      'site/server',
      'conformance/report',
      'conformance/browser.ts',
    ],
  },
  'site/diagrams': { rooms: ['machines', 'machines/model', 'conformance/browser.ts'], tests: packs },
  'site/packs': { rooms: ['machines', 'machines/model', 'site/diagrams'], tests: packs },
  'site/components': {
    rooms: ['machines/model', 'site/diagrams', 'site/packs', 'site/products.ts', 'site/simulator'],
    tests: packs,
  },
  'site/layouts': { rooms: ['mock-idp', 'site/components'] },
  'site/pages': {
    rooms: [
      ...['machines/model', 'site/layouts', 'site/packs', 'site/components', 'site/simulator'],
      ...['site/class', 'site/diagrams'],
    ],
  },
  'site/server': {
    rooms: [
      ...['machines', 'mock-idp', 'site/directories', 'site/mailbox', 'site/tenant', 'site/products.ts'],
      ...['site/listen.ts', 'site/serve.ts', 'site/class', 'site/packs'],
    ],
  },
}
