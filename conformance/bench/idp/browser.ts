import { Agent, request } from 'node:http'

export interface Answer {
  status: number
  location?: string
  body: string
}

/**
 * The least of a browser, so that what is measured is the server: one kept-alive connection, cookies by name. Redirects are
 * followed by the caller.
 */
export function browser() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const jar = new Map<string, string>()

  return {
    close: () => agent.destroy(),
    forget: () => jar.clear(),
    send(url: string, form?: Record<string, string>): Promise<Answer> {
      const body = form && new URLSearchParams(form).toString()
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers: Record<string, string> = {
        accept: 'text/html',
        ...(cookie && { cookie }),
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
      }
      return new Promise((resolve, reject) => {
        const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent }, (res) => {
          for (const line of res.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
            if (value === '') jar.delete(name)
            else jar.set(name, value)
          }
          let text = ''
          res.setEncoding('utf8')
          res.on('data', (chunk: string) => {
            text += chunk
          })
          res.on('end', () =>
            resolve({ status: res.statusCode ?? 0, location: res.headers.location, body: text }),
          )
        })
        sent.on('error', reject)
        sent.end(body)
      })
    },
  }
}
export type Browser = ReturnType<typeof browser>
