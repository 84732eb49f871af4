import { request } from 'node:http'

/**
 * Like fetch, over node:http. fetch always sends `sec-fetch-mode: cors`; mod_auth_openidc takes that for a script and
 * answers 401 instead of sending the person to sign in.
 */
export const httpRequest = (async (input, init = {}) =>
  new Promise<Response>((resolve, reject) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    const sent = request(String(input), { method: init.method ?? 'GET', headers }, async (res) => {
      const chunks: Buffer[] = []
      // Apache writes its own error page behind mod_auth_openidc's, past the length it announced; browsers read no further.
      sent.off('error', reject).on('error', () => {})
      for await (const chunk of res) chunks.push(chunk)
      const received = new Headers()
      for (let index = 0; index + 1 < res.rawHeaders.length; index += 2)
        received.append(res.rawHeaders[index] ?? '', res.rawHeaders[index + 1] ?? '')
      resolve(new Response(Buffer.concat(chunks), { status: res.statusCode ?? 500, headers: received }))
    })
    sent.on('error', reject)
    sent.end(typeof init.body === 'string' ? init.body : undefined)
  })) satisfies typeof fetch
