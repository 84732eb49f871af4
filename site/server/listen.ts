import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A port could not be taken; `code` is the system's: EADDRINUSE, EACCES. */
export class PortError extends Error {
  override name = 'PortError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/**
 * Listens, and answers the port that was taken: the same, or any for 0.
 * @param who what is being started, as in "The site"; `variable` sets its port
 * @throws {PortError} in one sentence, with what to do
 */
export async function listen(
  server: Server,
  { port, host, who, variable }: { port: number; host: string; who: string; variable: string },
): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code = 'EUNKNOWN', message } = cause as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'something else listens there' : message
    throw new PortError(
      code,
      `${who} can’t use port ${port}: ${why}. Stop that, or set ${variable} to another port.`,
      { cause },
    )
  }
  return (server.address() as AddressInfo).port
}
