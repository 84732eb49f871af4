import type { SMTPServer } from 'smtp-server'

/** How long mails that are under way have. */
const GRACE_MS = 5_000
const LOOK_EVERY_MS = 20

/**
 * Closes a mail server: it takes no further connections, mails that are under way are taken, and every other session ends at once
 * (421, RFC 5321 section 3.8). The server's own `close` refuses the next command of a sender who is about to send the text.
 */
export async function endSessions(server: SMTPServer): Promise<void> {
  server.server.close()
  const until = performance.now() + GRACE_MS
  for (;;) {
    const isOver = performance.now() > until
    for (const connection of server.connections)
      if (isOver || !connection.session.envelope.mailFrom) connection.send(421, 'The mail server is closing')
    if (server.connections.size === 0) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
