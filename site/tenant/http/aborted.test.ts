import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it, vi } from 'vitest'
import { startTestTenant } from '../testing/start-test-tenant.ts'

it.each(['/control/sandboxes', '/t/none/log-in/email', '/t/ID/log-in/email', '/control/sandboxes/ID/clock'])(
  'an upload to %s that is given up is no error',
  async (path) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const testTenant = await startTestTenant()
    try {
      const { id, key } = await testTenant.sandbox()
      const { port, origin } = new URL(testTenant.url)
      const socket = connect(Number(port), 'localhost')
      await once(socket, 'connect')
      const head = [
        `POST ${path.replace('ID', id)} HTTP/1.1`,
        `host: localhost:${port}`,
        ...(path.startsWith('/t')
          ? [`origin: ${origin}`, 'content-type: application/x-www-form-urlencoded']
          : []),
        ...(path.startsWith('/c') ? ['content-type: application/json', `authorization: Bearer ${key}`] : []),
        'content-length: 1000',
      ]
      socket.write(`${head.join('\r\n')}\r\n\r\n{"given":`)
      await new Promise((resolve) => setTimeout(resolve, 200))
      socket.destroy()
      await new Promise((resolve) => setTimeout(resolve, 200))
      expect((await fetch(`${testTenant.url}/health`)).status).toBe(200)
      expect(said).not.toHaveBeenCalled()
    } finally {
      await testTenant.close()
      said.mockRestore()
    }
  },
)
