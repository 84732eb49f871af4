import type { Exchange } from '../http/exchange.ts'
import { sendJson } from '../http/respond.ts'
import { splitPath } from '../provider/split-path.ts'
import type { ProviderState } from '../provider-state.ts'
import { watchExchange } from './watch-exchange.ts'

/** Values that the event stream shows as dots; `takeRequest` has them in full. */
const secret = new Set(['password', 'passwd', 'client_secret', 'client_assertion', 'assertion'])

const single = (headers: Exchange['req']['headers']) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

/** Browsers ask for pages, and call themselves Mozilla where they ask for anything else. */
const isBrowser = ({ accept = '', 'user-agent': agent = '' }: Exchange['req']['headers']) =>
  accept.includes('text/html') || agent.startsWith('Mozilla/')

/** Keeps a request for `takeRequest`, and logs it once it is answered. */
export function recordRequest(
  { req, res, method, path, query, body, form, base }: Exchange,
  state: ProviderState,
) {
  if (path.startsWith('/assets/')) return
  // Copying every answer takes time, and only listeners get the copy.
  const whole = state.events.isHeard() ? watchExchange({ req, res, body, base }) : undefined
  const search = query.size > 0 ? `?${query}` : ''
  const fields = Object.fromEntries(form)
  state.requests.record({
    method,
    path: path + search,
    headers: single(req.headers),
    body: body.toString('utf8'),
    form: fields,
  })
  res.once('finish', () => {
    const [directory] = splitPath(path).segment.split('~')
    const masked = Object.entries(fields).map(([name, value]) => [name, secret.has(name) ? '•••' : value])
    state.events.emit(
      {
        type: 'request',
        method,
        path: path + search,
        status: res.statusCode,
        directory,
        by: isBrowser(req.headers) ? 'browser' : 'application',
        from: req.headers['user-agent'],
        ...(masked.length > 0 && { form: Object.fromEntries(masked) }),
      },
      state.clock(),
      whole?.(),
    )
  })
}

/** Answers a request with what a test put into the queue for it; false when there is nothing. */
export function answerEnqueued({ path, res }: Exchange, state: ProviderState): boolean {
  const answer = state.requests.answerFor(path)
  if (!answer) return false
  const { status = 200, headers = {}, body } = answer
  if (typeof body === 'string' || body === undefined) {
    res.writeHead(status, headers)
    res.end(body)
  } else sendJson(res, status, body, headers)
  return true
}
