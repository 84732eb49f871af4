import type { ServerResponse } from 'node:http'
import { html } from 'hono/html'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { forFrame } from '../look/layout.ts'
import { embeddingScript, framedBy } from './embedding.ts'

/**
 * A page as it is sent: no framing but by a site that was admitted, no sniffing, no referrer, no scripts but our files.
 * @param policy further directives, each after a semicolon
 */
function pageFor(res: ServerResponse, page: string, policy = '') {
  const framer = framedBy(res)
  const script = html`<script src="/assets/${embeddingScript}" defer blocking="render" data-site-origin="${framer ?? ''}"></script>`
  return {
    headers: {
      'content-security-policy': `default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; frame-ancestors ${framer ?? "'none'"}; base-uri 'none'${policy}`,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: framer ? forFrame(page).replace('</head>', `${script}</head>`) : page,
  }
}

export function sendJson(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  sendWhole(res, status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  })
}

/** With its length, so that head and body go out at once instead of in chunks. */
function sendWhole(res: ServerResponse, status: number, body: string, headers: Record<string, string>) {
  res.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
  res.end(body)
}

export function sendHtml(res: ServerResponse, status: number, html: string, policy?: string) {
  const { headers, body } = pageFor(res, html, policy)
  sendWhole(res, status, body, headers)
}

/** The same where oidc-provider is about to answer. */
export function setHtml(ctx: KoaContextWithOIDC, status: number, html: string) {
  const { headers, body } = pageFor(ctx.res, html)
  ctx.status = status
  ctx.set(headers)
  ctx.body = body
}

/** A redirect after a form (303), so that credentials are never sent on (RFC 9700 section 4.12). */
export function redirect(res: ServerResponse, location: string) {
  res.writeHead(303, { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  res.end()
}

/** Writes a fetch Response, as Hono makes them, to a Node response. */
export async function sendResponse(res: ServerResponse, response: Response) {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  for (const cookie of response.headers.getSetCookie()) res.appendHeader('set-cookie', cookie)
  res.statusCode = response.status
  res.end(Buffer.from(await response.arrayBuffer()))
}
