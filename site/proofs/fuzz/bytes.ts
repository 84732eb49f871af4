import { connect } from 'node:net'
import fc from 'fast-check'

const PATIENCE_MS = 10_000

/**
 * Sends pieces one after the other and closes the connection's own side; resolves with what came back until the other closed its.
 * @throws when the other side leaves it open
 */
export function converse(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    const limit = setTimeout(() => {
      socket.destroy()
      reject(
        new Error(
          `The connection was not closed within ${PATIENCE_MS / 1000} s; so far: ${heard.slice(-200)}`,
        ),
      )
    }, PATIENCE_MS)
    socket.on('data', (piece) => {
      heard += piece.toString('latin1')
    })
    // Who is cut off has an answer too.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(limit)
      resolve(heard)
    })
    for (const piece of pieces) socket.write(Buffer.from(piece, 'latin1'))
    socket.end()
  })
}

const bytes = fc.string({
  unit: fc.integer({ max: 255 }).map((byte) => String.fromCharCode(byte)),
  maxLength: 80,
})
const long = fc.integer({ min: 1, max: 20_000 }).map((length) => 'a'.repeat(length))
const piece = (known: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: bytes },
    { weight: 1, arbitrary: long },
  )

/** Conversations with a mail server that begin as the protocol says, and go on as they like. */
export const oddSmtp = (mailbox: string) =>
  fc.array(
    piece([
      ...[
        'EHLO x\r\n',
        'HELO x\r\n',
        'RSET\r\n',
        'NOOP\r\n',
        'VRFY x\r\n',
        'HELP\r\n',
        'QUIT\r\n',
        'STARTTLS\r\n',
      ],
      ...[
        'AUTH PLAIN AGEAYg==\r\n',
        'BDAT 5 LAST\r\n',
        'MAIL FROM:<>\r\n',
        'MAIL FROM:<a@b.example> SIZE=-1\r\n',
      ],
      ...[
        'MAIL FROM:<a@b.example>\r\n',
        `RCPT TO:<${mailbox}>\r\n`,
        'RCPT TO:<\u00e9@x>\r\n',
        'RCPT TO:x\r\n',
      ],
      ...['DATA\r\n', '\r\n.\r\n', '.\r\n', '..\r\n', '\n', '\r', 'Subject: x\r\n\r\n', 'From: "\r\n'],
      ...['Content-Type: multipart/mixed; boundary="b"\r\n', '--b\r\n', '--b--\r\n', '\r\n', ' folded\r\n'],
      ...[
        'Content-Transfer-Encoding: base64\r\n',
        'Content-Type: text/html; charset=utf-7\r\n',
        '<a href="&#',
      ],
      ...['=?utf-8?q?=', '=?x?b?=?=', 'Content-Type: message/rfc822\r\n\r\n', 'Date: never\r\n'],
    ]),
    { maxLength: 30, size: 'max' },
  )

/** What a web server's port may hear that is hardly HTTP. */
export const oddHttp = fc.array(
  piece([
    ...[
      'GET / HTTP/1.1\r\n',
      'POST / HTTP/1.1\r\n',
      'GET http://x/ HTTP/1.1\r\n',
      'GET * HTTP/1.1\r\n',
      'PRI * HTTP/2.0\r\n',
    ],
    ...[
      'GET //%00 HTTP/1.1\r\n',
      'CONNECT x:1 HTTP/1.1\r\n',
      'GET /../../x HTTP/1.0\r\n',
      'GET /?\u00ff HTTP/1.1\r\n',
    ],
    ...[
      'Host: localhost\r\n',
      'Host: localhost\r\nHost: x\r\n',
      'Host: [\r\n',
      'Connection: close\r\n',
      'Upgrade: websocket\r\n',
    ],
    ...[
      'Content-Length: 5\r\n',
      'Content-Length: -1\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Expect: 100-continue\r\n',
    ],
    ...['\r\n', '5\r\nhello\r\n', 'ffffffffffffffff\r\n', '0\r\n\r\n', ': \r\n', 'Cookie: ;=;\r\n', '\0'],
  ]),
  { maxLength: 12, size: 'max' },
)
