import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'

/** A port could not be taken; `code` is the system's: EADDRINUSE, EACCES. */
export class PortError extends Error {
  override name = 'PortError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export interface Listening {
  /** 0 takes any free port. */
  port: number
  host: string
  /** What is being started, as in "The site". */
  who: string
  /** What else can be done than to stop what listens there: "set PORT to another port". */
  otherwise: string
}

/**
 * Listens, and answers the port that was taken.
 * @throws {PortError} in one sentence, with what to do
 */
export async function listen(server: Server, { port, host, who, otherwise }: Listening): Promise<number> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    const { code = 'EUNKNOWN', message } = cause as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'something else listens there' : message
    throw new PortError(
      code,
      `${who} can't use port ${port} of ${host}: ${why}. Stop that, or ${otherwise}.`,
      {
        cause,
      },
    )
  }
  return (server.address() as AddressInfo).port
}
