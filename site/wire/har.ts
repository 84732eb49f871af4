import type { Cookie, Entry, Har, QueryString } from 'har-format'
import type { Exchange } from '../tenant/exchange.ts'
import {
  addressOf,
  cookiesSent,
  cookiesSet,
  formOf,
  headerOf,
  type SetCookie,
  targetOf,
} from './read-exchange.ts'

const pairs = (from: Iterable<readonly [string, string]>): QueryString[] =>
  [...from].map(([name, value]) => ({ name, value }))

const typeOf = (part: Exchange['request'] | Exchange['response']) => headerOf(part, 'content-type') ?? ''

const attribute = ({ attributes }: SetCookie, name: string) =>
  attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)

function cookieOf(cookie: SetCookie): Cookie {
  const { name, value, attributes } = cookie
  const has = (flag: string) => attributes.some((one) => one.toLowerCase() === flag)
  const [path, domain] = [attribute(cookie, 'path'), attribute(cookie, 'domain')]
  return {
    ...{ name, value, httpOnly: has('httponly'), secure: has('secure') },
    ...(path !== undefined && { path }),
    ...(domain !== undefined && { domain }),
  }
}

function entryOf(exchange: Exchange): Entry {
  const { request, response, time, ms } = exchange
  const form = pairs(formOf(request))
  return {
    startedDateTime: new Date(time).toISOString(),
    time: ms,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: pairs(cookiesSent(exchange)),
      headers: pairs(request.headers),
      queryString: pairs(addressOf(request.url).searchParams),
      ...(request.body && {
        postData: {
          mimeType: typeOf(request),
          text: request.body.text,
          ...(form.length > 0 && { params: form }),
        },
      }),
      headersSize: -1,
      bodySize: request.body?.size ?? 0,
    } as Entry['request'],
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: cookiesSet(exchange).map(cookieOf),
      headers: pairs(response.headers),
      content: {
        size: response.body?.size ?? 0,
        mimeType: typeOf(response),
        ...(response.body && { text: response.body.text }),
      },
      redirectURL: headerOf(response, 'location') === undefined ? '' : (targetOf(exchange)?.href ?? ''),
      headersSize: -1,
      bodySize: response.body?.size ?? 0,
    },
    cache: {},
    timings: { send: 0, wait: ms, receive: 0 },
    comment: `${exchange.by} → ${exchange.at}`,
  }
}

/** Exchanges as an HTTP Archive 1.2, which browsers and proxies open. The network has no times of its own here: all is waiting. */
export const asHar = (exchanges: readonly Exchange[]): Har => ({
  log: {
    version: '1.2',
    creator: { name: 'Doorstep', version: '1' },
    entries: exchanges.map(entryOf),
  },
})
