import type { Exchange } from '../tenant/exchange.ts'

/** Quoted for a POSIX shell: nothing in it is read as anything else. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** What curl says by itself, or what belongs to one connection alone. */
const ofItself = ['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding']

/** The request as a command line, to be sent again from a terminal. */
export function asCurl({ request: { method, url, headers, body } }: Exchange): string {
  return [
    `curl ${quoted(url)}`,
    ...(method === 'GET' || (method === 'POST' && body) ? [] : [`-X ${method}`]),
    ...headers
      .filter(([name]) => !ofItself.includes(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`--data-raw ${quoted(body.text)}`] : []),
  ].join(' \\\n  ')
}
