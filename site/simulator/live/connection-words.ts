import type { Connection } from './session.ts'

/** What the reader has to know about the connection to the tenant; nothing as long as it is there. */
export const connectionWords: Readonly<Record<Connection, string | undefined>> = {
  there: undefined,
  lost: 'The connection to the tenant is lost. Reconnecting …',
  back: 'Connected again. Events from the meantime have been read.',
}
