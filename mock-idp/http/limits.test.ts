import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { serverLimits, withRoom } from './limits.ts'
import { listen } from './listen.ts'

it.each([
  ['says nothing', ''],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\n'],
  ['never ends its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{'],
])('a connection is ended that %s', async (_what, said) => {
  // The same limits, a hundred times shorter.
  const shorter = Object.entries(serverLimits).map(([name, ms]) => [name, ms / 100])
  const server = withRoom(createServer(Object.fromEntries(shorter), (request) => request.resume()))
  const socket = connect(await listen(server), '127.0.0.1')
  socket.write(said)
  let heard = ''
  socket.on('data', (piece) => {
    heard += piece
  })
  await once(socket, 'close')
  expect(heard).toMatch(/^HTTP\/1\.1 408 |^$/)
  server.close()
})
