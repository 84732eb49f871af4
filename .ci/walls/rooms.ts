/** What the files of a room may import. */
export interface Room {
  /** Rooms, besides its own. */
  rooms: readonly string[]
  /** npm packages and Node's modules: `*` for any, `node:*` for Node's. */
  packages: readonly string[]
  /** What its tests may import besides. */
  tests?: readonly string[]
}

const any = ['*', 'node:*'] as const
const checked = ['machines', 'machines/first-login', 'machines/devices'] as const

/**
 * The allowed imports of every room, by its path; a file belongs to the room with the longest path that it begins with. No two
 * rooms may import each other.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'machines/model': { rooms: [], packages: ['xstate'], tests: checked },
  'machines/devices': {
    rooms: [],
    packages: ['otplib', 'jsqr', '@levischuck/tiny-cbor', '@simplewebauthn/browser'],
  },
  'machines/first-login': { rooms: ['machines/model'], packages: ['xstate'] },
  machines: { rooms: ['machines/model', 'machines/first-login'], packages: [] },

  'mock-idp': { rooms: [], packages: any, tests: ['site/tenant', 'machines/devices', 'conformance/browser.ts'] },
}
