import { SMTPServer } from 'smtp-server'
import { listen } from '../listen.ts'
import { type ReceivedMail, readMail } from './read-mail.ts'

export interface MailboxOptions {
  /** 0 takes any free port. */
  port: number
  /** Only this machine by default. */
  host?: string
  /** The longest mail, as it is sent. Default: 256 KiB, enough for the bundled product's. */
  maxBytes?: number
  /** Whether there is a mailbox for this address; without it every recipient is welcome. */
  accepts?: (address: string) => boolean | Promise<boolean>
  /** Keeps the mail. The sender gets "delivered" only after this has resolved. */
  onMail: (mail: ReceivedMail) => void | Promise<void>
}

const MAX_BYTES = 256 * 1024
const MAX_CLIENTS = 50
const MAX_RECIPIENTS = 10

const refuse = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

async function collect(stream: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    // What is too long is read to its end, so that the sender hears the answer, but not kept.
    if (size <= maxBytes) chunks.push(chunk)
  }
  if (size > maxBytes) throw refuse(552, `Message longer than ${maxBytes} bytes`)
  return Buffer.concat(chunks)
}

/**
 * Starts the bundled SMTP server (RFC 5321, without TLS and log-in: it is for this machine).
 * @throws {PortError} when the port can't be taken
 */
export async function startMailbox(
  options: MailboxOptions,
): Promise<{ port: number; close(): Promise<void> }> {
  const { port, host = '127.0.0.1', accepts = () => true, maxBytes = MAX_BYTES, onMail } = options
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: maxBytes,
    maxClients: MAX_CLIENTS,
    disableReverseLookup: true,
    logger: false,
    onRcptTo(address, session, done) {
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return done(refuse(452, 'Too many recipients'))
      Promise.resolve(accepts(address.address)).then(
        (welcome) => (welcome ? done() : done(refuse(550, `No mailbox for ${address.address}`))),
        () => done(refuse(451, 'The mailbox could not be asked; try later')),
      )
    },
    onData(stream, session, done) {
      collect(stream, maxBytes)
        .then((raw) =>
          readMail(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        .then(onMail)
        .then(
          () => done(),
          (error) => done('responseCode' in error ? error : refuse(451, 'The mail could not be kept')),
        )
    },
  })
  // A client that hangs up in mid-sentence is no reason to stop.
  server.on('error', () => {})
  const taken = await listen(server.server, {
    port,
    host,
    who: 'The mail server',
    otherwise: 'choose another port for the mail',
  })
  return { port: taken, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
