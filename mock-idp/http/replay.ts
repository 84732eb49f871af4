import { IncomingMessage } from 'node:http'
import type { Exchange } from './exchange.ts'

/**
 * The request once more, its body unread, mounted below `mount`: what oidc-provider is given, which reads bodies itself
 * and takes the mount path from the difference between `originalUrl` and `url`. Host and scheme are those of the issuer,
 * so that every address it makes starts like the issuer, whatever name the caller used.
 */
export function replay(
  exchange: Exchange,
  mount: string,
  change: { query?: URLSearchParams; form?: URLSearchParams } = {},
) {
  const { req, base } = exchange
  const path = exchange.path.slice(mount.length)
  const query = (change.query ?? exchange.query).toString()
  const target = query ? `${path}?${query}` : path
  const body = change.form ? Buffer.from(change.form.toString()) : exchange.body
  const { protocol, host } = new URL(base)

  const again = new IncomingMessage(req.socket)
  again.method = change.query && !change.form ? 'GET' : exchange.method
  again.url = target
  again.headers = {
    ...req.headers,
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
  }
  if (body.length > 0) again.headers['content-length'] = String(body.length)
  again.complete = true
  again.push(body)
  again.push(null)
  return Object.assign(again, { originalUrl: mount + target })
}
