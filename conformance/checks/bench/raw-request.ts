import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { ownPage } from './jar.ts'
import type { Sent } from './sent.ts'

/**
 * Sends a request with another Host than the one it is sent to, as no browser and no HTTP client of a higher level does. Answers
 * the status; 0 where the server closes the connection.
 */
export function sendRaw({ url, method, headers, body }: Sent, host: string): Promise<number> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve) => {
    const own = { ...ownPage(url, method), ...headers, host }
    const options = { method, headers: own, rejectUnauthorized: false, setHost: false }
    const asked = send(url, options, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
}
