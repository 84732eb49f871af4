import { packs, type Room } from './room.ts'

/** The pages, the simulator, classes, and the parties of live mode. */
export const ofSite: Readonly<Record<string, Room>> = {
  'site/caller.ts': { rooms: [] },
  'site/limit.ts': { rooms: [] },
  'site/only-over-tls.ts': { rooms: ['site/caller.ts'] },
  'site/listen.ts': { rooms: [] },
  'site/serve.ts': { rooms: ['site/listen.ts', 'mock-idp/http/close.ts', 'mock-idp/http/limits.ts'] },
  'site/mailbox': { rooms: ['site/listen.ts'], tests: ['site/tenant'] },
  'site/tenant': {
    rooms: [
      ...['mock-idp', 'site/mailbox', 'site/listen.ts', 'site/serve.ts'],
      ...['site/caller.ts', 'site/limit.ts', 'site/only-over-tls.ts'],
    ],
    tests: ['machines/devices', 'site/directories', 'conformance/browser.ts'],
  },
  'site/directories': { rooms: ['mock-idp', 'site/tenant'], tests: ['machines/devices', 'site/mailbox'] },
  'site/product-mails.ts': { rooms: ['site/tenant'] },
  'site/products.ts': { rooms: ['site/tenant', 'machines/model'] },
  'site/wire': { rooms: ['machines/devices', 'site/tenant'] },
  'site/simulator': {
    rooms: [
      ...['machines/model', 'machines/devices', 'site/products.ts', 'site/tenant', 'site/directories'],
      'site/wire',
    ],
    tests: ['site/packs', 'site/testing', ...packs],
  },
  'site/bench': {
    rooms: ['machines', 'machines/model', 'site/products.ts', 'site/testing', 'conformance/browser.ts'],
  },
  'site/class': {
    rooms: ['machines/model', 'site/simulator', 'site/tenant', 'site/limit.ts'],
    tests: ['site/serve.ts', 'site/testing', 'site/simulator', ...packs],
  },
  'site/class/bench': {
    rooms: [
      'machines',
      'machines/model',
      'site/class',
      'site/server',
      'site/tenant',
      'conformance/report',
      'conformance/browser.ts',
    ],
  },
  // Attacks on all of it, over the wire; nothing imports it.
  'site/proofs': {
    rooms: [
      ...['machines', 'machines/model', 'machines/devices', 'mock-idp', 'site/caller.ts', 'site/class'],
      ...['site/bench', 'site/class/bench', 'site/known-host.ts', 'conformance/browser.ts'],
      ...['site/mailbox', 'site/server', 'site/tenant', 'site/testing', 'conformance/packs'],
      ...['conformance/report', 'conformance/targets', 'conformance/trace'],
    ],
  },
  'site/diagrams': { rooms: ['machines', 'machines/model', 'conformance/browser.ts'], tests: packs },
  'site/search': {
    rooms: ['machines/model', 'site/docs', 'site/glossary', 'site/simulator'],
    tests: packs,
  },
  'site/packs': { rooms: ['machines', 'machines/model', 'site/diagrams'], tests: packs },
  'site/components': {
    rooms: [
      ...['machines/model', 'site/diagrams', 'site/packs', 'site/product-mails.ts', 'site/simulator'],
      ...['site/docs', 'site/search'],
    ],
    tests: packs,
  },
  // The documentation is made from what it describes, so that it is never old. Nothing imports it but pages.
  'site/docs': {
    rooms: [
      ...['machines', 'machines/model', 'mock-idp', 'conformance/commands', 'conformance/checks'],
      ...['conformance/targets', 'conformance/plan', 'conformance/report', 'conformance/errors.ts'],
      // The pictures of a walk are taken in a browser.
      ...['conformance/browser.ts', 'site/testing'],
    ],
    tests: ['conformance/targets/example', ...packs],
  },
  // A flow as one file: the command writes it, and the pages offer it.
  'site/export': {
    rooms: [
      ...['machines', 'machines/model', 'mock-idp', 'site/components', 'site/glossary', 'site/packs'],
      ...['site/products.ts', 'site/simulator'],
    ],
    tests: ['site/testing', 'conformance/browser.ts', ...packs],
  },
  'site/layouts': { rooms: ['mock-idp', 'site/components', 'site/docs'] },
  'site/pages': {
    rooms: [
      ...['machines/model', 'site/layouts', 'site/packs', 'site/components', 'site/simulator'],
      ...['site/class', 'site/diagrams', 'site/docs', 'site/export', 'site/search'],
      // For their README files alone.
      ...['conformance/checks', 'conformance/defects', 'conformance/plan', 'conformance/targets'],
      ...['mock-idp', 'site/proofs'],
    ],
  },
  'site/server': {
    rooms: [
      ...['machines', 'mock-idp', 'site/directories', 'site/mailbox', 'site/tenant', 'site/products.ts'],
      ...['site/caller.ts', 'site/only-over-tls.ts', 'site/listen.ts', 'site/serve.ts'],
      ...['site/class', 'site/packs'],
    ],
  },
}
