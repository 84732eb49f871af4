import { SMTPServer } from 'smtp-server'
import { listen } from '../listen.ts'
import { Crowd } from './crowd.ts'
import { endSessions } from './end-sessions.ts'
import { MailReader, UnreadableMail } from './mail-reader.ts'
import type { ReceivedMail } from './read-mail.ts'
import { Strangers } from './strangers.ts'

export interface MailboxOptions {
  /** 0 takes any free port. */
  port: number
  /** Only this machine by default. */
  host?: string
  /** Whether there is a mailbox for this address; without it every recipient is welcome. */
  accepts?: (address: string) => boolean | Promise<boolean>
  /** Keeps the mail. The sender gets "delivered" only after this has resolved. */
  onMail: (mail: ReceivedMail) => void | Promise<void>
  /** How long a message may be: 256 KB by default. */
  maxBytes?: number
  /** Seconds that reading a short message may take. Default: two. */
  readWithin?: number
  /** Hears of mails that were refused after their recipients were accepted. */
  onRefused?: (refused: RefusedMail) => void | Promise<void>
}

export interface RunningMailbox {
  port: number
  /** Takes no further mails. Those that are under way have five seconds, then they are ended. */
  close(): Promise<void>
}

/** A mail that was not kept, and why. */
export interface RefusedMail {
  from: string
  to: string[]
  why: string
}

const MAX_BYTES = 256 * 1024
/** Beyond the sessions that are kept, for the moment in which some are being ended. */
const MAX_CLIENTS = 5_000
/** How long a client may say nothing. */
const SILENCE_MS = 30_000
const MAX_RECIPIENTS = 10

const refuse = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

function answerFor(error: Error) {
  if ('responseCode' in error) return error
  return error instanceof UnreadableMail
    ? refuse(554, error.message)
    : refuse(451, 'The mail could not be kept')
}

async function collect(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    // What is too long is read to its end, so that the sender hears the answer, but not kept.
    if (size <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > most) throw refuse(552, `The message has ${size} bytes, and ${most} are accepted`)
  return Buffer.concat(chunks)
}

/**
 * Starts the bundled SMTP server (RFC 5321, without TLS and log-in: it is for this machine).
 * @throws {PortError} when the port can't be taken
 */
export async function startMailbox(options: MailboxOptions): Promise<RunningMailbox> {
  const { port, host = '127.0.0.1', accepts = () => true, onMail, onRefused } = options
  const most = options.maxBytes ?? MAX_BYTES
  const reader = new MailReader(options.readWithin)
  const strangers = new Strangers()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    maxClients: MAX_CLIENTS,
    disableReverseLookup: true,
    logger: false,
    socketTimeout: SILENCE_MS,
    onConnect({ id, remoteAddress }, done) {
      if (!strangers.admit(id, remoteAddress))
        return done(refuse(421, 'Too many connections; try again in a minute'))
      crowd.joined(id)
      done()
    },
    onClose({ id }) {
      strangers.closed(id)
      crowd.left(id)
    },
    onRcptTo(address, session, done) {
      if (session.envelope.rcptTo.length >= MAX_RECIPIENTS) return done(refuse(452, 'Too many recipients'))
      Promise.resolve(accepts(address.address)).then(
        (welcome) => (welcome ? done() : done(refuse(550, `No mailbox for ${address.address}`))),
        () => done(refuse(451, 'The mailbox could not be asked; try later')),
      )
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const { mailFrom } = session.envelope
      const from = mailFrom ? mailFrom.address : ''
      collect(stream, most)
        .then(async (raw) => onMail({ to, ...(await reader.read(raw)) }))
        .then(
          () => {
            crowd.broughtMail(session.id)
            done()
          },
          async (error: Error) => {
            await onRefused?.({ from, to, why: error.message })
            done(answerFor(error))
          },
        )
        .catch(done)
    },
  })
  const crowd = new Crowd(server)
  // A client that hangs up in mid-sentence is no reason to stop.
  server.on('error', () => {})
  const taken = await listen(server.server, {
    port,
    host,
    who: 'The mail server',
    otherwise: 'choose another port for the mail',
  })
  return {
    port: taken,
    async close() {
      crowd.close()
      await endSessions(server)
      await reader.close()
    },
  }
}
