import type { Connection } from './use-stream.ts'

/** What a gap means for the reader; nothing while there is none. */
export const connectionWords: Readonly<Partial<Record<Connection, string>>> = {
  'lost-here': 'Your device is offline. You keep your place; this page goes on by itself when you are back.',
  'lost-there':
    'The class does not answer. This is not your fault. You keep your place; this page tries again by itself.',
}
