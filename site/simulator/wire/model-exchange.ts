import type { Exchange } from '../../tenant/exchange.ts'

interface Asked {
  by: Exchange['by']
  at: Exchange['at']
  time: number
  method: 'GET' | 'POST'
  url: string
  form?: Readonly<Record<string, string>>
  json?: unknown
  headers?: [string, string][]
}

interface Answered {
  /** Default: 200, or 303 where it leads on. */
  status?: number
  leadsTo?: string
  json?: unknown
  html?: string
  cookie?: string
}

const bodied = (type: string, text: string) => ({
  header: [['content-type', type]] as [string, string][],
  body: { body: { text, size: new TextEncoder().encode(text).length } },
})

const nothing = { header: [] as [string, string][], body: {} }

function partOf({ form, json, html }: Pick<Asked, 'form' | 'json'> & Pick<Answered, 'html'>) {
  if (form) return bodied('application/x-www-form-urlencoded', new URLSearchParams(form).toString())
  if (json !== undefined) return bodied('application/json', JSON.stringify(json))
  return html === undefined ? nothing : bodied('text/html; charset=utf-8', html)
}

/** An example of a request and its answer: as a product may send it that does what the standards ask for. */
export function example(asked: Asked, answered: Answered): Exchange {
  const { by, at, time, method, url, headers = [] } = asked
  const { status = answered.leadsTo === undefined ? 200 : 303, leadsTo, cookie } = answered
  const [sent, got] = [partOf(asked), partOf(answered)]
  return {
    ...{ by, at, time, ms: 0 },
    request: {
      method,
      url,
      headers: [['host', new URL(url).host], ...headers, ...sent.header],
      ...sent.body,
    },
    response: {
      status,
      headers: [
        ...got.header,
        ...(leadsTo === undefined ? [] : ([['location', leadsTo]] as [string, string][])),
        ...(cookie === undefined ? [] : ([['set-cookie', cookie]] as [string, string][])),
      ],
      ...got.body,
    },
  }
}

const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A page in a few words: its heading, and the message on it. */
export const pageOf = (heading: string, message?: string): string =>
  `<h1>${inHtml(heading)}</h1>${message === undefined ? '' : `\n<p role="alert">${inHtml(message)}</p>`}`
