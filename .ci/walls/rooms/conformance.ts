import { packs, type Room } from './room.ts'

/** Plans, walks, checks and verdicts. */
export const ofConformance: Readonly<Record<string, Room>> = {
  'conformance/errors.ts': { rooms: [] },
  'conformance/names.ts': { rooms: [] },
  'conformance/browser.ts': { rooms: ['conformance/errors.ts'] },
  'conformance/browser-install.ts': { rooms: ['conformance/browser.ts', 'conformance/errors.ts'] },
  'conformance/plan': { rooms: ['machines/model'], tests: packs },
  'conformance/packs': {
    rooms: ['machines', 'machines/model', 'conformance/errors.ts', 'conformance/names.ts'],
    tests: packs,
  },
  'conformance/trace': { rooms: ['machines/model', 'conformance/packs'], tests: packs },
  'conformance/draft': {
    rooms: ['machines/model', 'conformance/trace', 'conformance/errors.ts'],
    tests: ['conformance/packs', 'conformance/plan'],
  },
  'conformance/page': { rooms: ['machines/devices', 'machines/model'], tests: ['mock-idp', 'site/serve.ts'] },
  'conformance/report': {
    rooms: [
      'machines/model',
      'mock-idp',
      'conformance/packs',
      'conformance/plan',
      'conformance/page',
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
      'conformance/names.ts',
    ],
    tests: ['machines', 'conformance/checks', 'conformance/run', 'conformance/targets'],
  },
  'conformance/session': {
    rooms: [
      'machines/model',
      'machines/devices',
      'conformance/page',
      'conformance/packs',
      'conformance/report',
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
        'conformance/trace',
        'conformance/packs',
        'conformance/page',
        'conformance/session',
        'conformance/targets',
      ],
      ...[
        'conformance/checks',
        'conformance/defects',
        'conformance/report',
        'conformance/errors.ts',
        'conformance/names.ts',
      ],
      ...['conformance/browser.ts', 'conformance/browser-install.ts'],
    ],
    tests: ['site/serve.ts', ...packs],
  },
  'conformance/init': {
    rooms: [
      ...['machines/model', 'conformance/draft', 'conformance/packs', 'conformance/page'],
      ...['conformance/targets', 'conformance/errors.ts'],
      ...['conformance/browser.ts', 'conformance/browser-install.ts'],
    ],
    tests: ['conformance/targets/example', ...packs],
  },
  'conformance/record': {
    rooms: [
      ...['machines/model', 'conformance/draft', 'conformance/init', 'conformance/packs', 'conformance/page'],
      ...['conformance/targets', 'conformance/errors.ts'],
      ...['conformance/browser.ts', 'conformance/browser-install.ts'],
    ],
    tests: ['machines/devices', 'conformance/targets/ordinary-ways', ...packs],
  },
  'conformance/generate': {
    rooms: ['machines/model', 'conformance/draft', 'conformance/packs', 'conformance/plan'],
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
        'site/bench',
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
        'conformance/generate',
        'conformance/init',
        'conformance/record',
        'conformance/run',
        'conformance/browser.ts',
        'conformance/browser-install.ts',
      ],
      ...[
        'conformance/report',
        'conformance/checks',
        'conformance/errors.ts',
        'conformance/names.ts',
        'site/export',
        'site/server',
      ],
    ],
    tests: ['site/serve.ts', 'site/mailbox', ...packs],
  },
  'conformance/index.ts': { rooms: ['machines', 'conformance/targets'] },
  'conformance/cli.ts': {
    rooms: ['conformance/commands', 'conformance/errors.ts', 'conformance/plan', 'conformance/report'],
  },
}
