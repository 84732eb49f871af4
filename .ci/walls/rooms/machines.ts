import { packs, type Room } from './room.ts'

/** The model, its packs and devices, and the provider. */
export const ofMachines: Readonly<Record<string, Room>> = {
  'machines/model': { rooms: [], packages: ['xstate'], tests: packs },
  'machines/devices': {
    rooms: [],
    packages: [
      ...['@levischuck/tiny-cbor', '@noble/curves', '@noble/hashes', '@otplib/uri'],
      ...['@simplewebauthn/browser', 'jsqr', 'otplib'],
    ],
    tests: ['site/serve.ts', 'conformance/page'],
  },
  'machines/first-login': { rooms: ['machines/model'], packages: ['xstate'] },
  machines: { rooms: ['machines/model', 'machines/first-login'], tests: ['conformance/errors.ts'] },
  'mock-idp/http/close.ts': { rooms: [], packages: ['node:http'] },
  'mock-idp/http/limits.ts': { rooms: [], packages: ['node:http'] },
  'mock-idp': {
    rooms: ['mock-idp/http/close.ts', 'mock-idp/http/limits.ts'],
    tests: ['site/tenant', 'site/listen.ts', 'conformance/browser.ts', 'machines/devices'],
  },
}
