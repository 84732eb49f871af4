/** What the files of a room may import apart from each other. */
export interface Room {
  rooms: readonly string[]
  /** npm packages and Node's own modules. Absent: any. */
  packages?: readonly string[]
  /** Rooms that its tests may import as well. */
  tests?: readonly string[]
}

/** The rooms that tests with the bundled pack import. */
export const packs = ['machines/first-login', 'machines']
