import getPort from 'get-port'
import { serve } from '../../site/serve.ts'
import type { Defect, Send } from '../defects/defect.ts'

/** Belong to one connection, and to the encoding of a body that is read on the way. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-encoding', 'content-length']

/** A place between browsers and the tenant, where a defect can change requests and answers. */
interface Between {
  /** What browsers see. */
  origin: string
  /** Where the tenant is to listen. */
  port: number
  close(): Promise<void>
}

/** Opens the place on a free port, and finds another one for the tenant. */
export async function openBetween(tamper: NonNullable<Defect['tamper']>): Promise<Between> {
  const port = await getPort({ host: 'localhost' })
  const send = tamper((request) => passOn(request, port))
  const { url: origin, close } = await serve({ fetch: send })
  return { origin, port, close }
}

async function passOn(request: Request, port: number): Promise<Response> {
  const url = new URL(request.url)
  url.port = String(port)
  const headers = new Headers(request.headers)
  for (const name of HOP_BY_HOP) headers.delete(name)
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined
  const answer = await fetch(url, {
    method: request.method,
    headers,
    redirect: 'manual',
    ...(body && { body }),
  })
  if (!isPage(answer)) return changed(answer, {})
  // Defects look for addresses in a page, which has them in one piece then.
  return changed(answer, { body: (await answer.text()).replaceAll(/<wbr\s*\/?>/g, '') })
}

/** The same answer with other headers or another body. */
export function changed(
  answer: Response,
  {
    body,
    status,
    headers: change = () => undefined,
  }: { body?: string; status?: number; headers?: (headers: Headers) => void },
): Response {
  const headers = new Headers(answer.headers)
  for (const name of HOP_BY_HOP) headers.delete(name)
  change(headers)
  return new Response(body ?? answer.body, { status: status ?? answer.status, headers })
}

/** The same answer, with each cookie that it sets changed. */
export const withCookies = (answer: Response, change: (line: string) => string): Response =>
  changed(answer, {
    headers(headers) {
      headers.delete('set-cookie')
      for (const line of answer.headers.getSetCookie()) headers.append('set-cookie', change(line))
    },
  })

/** Whether an answer is a page. */
export const isPage = (answer: Response): boolean =>
  answer.headers.get('content-type')?.includes('html') === true

/** What a field of the form holds that a request sends; `null` where it sends none. */
export const fieldOf = async (request: Request, name: string): Promise<string | null> =>
  new URLSearchParams(await request.clone().text()).get(name)

/** The address of the sandbox that a request is for. */
export const sandboxOf = ({ url }: Pick<Request, 'url'>): string => url.split('/').slice(0, 5).join('/')

/** Whether a request is for the page of that path, in whatever sandbox. */
export const isAt = ({ url }: Request, path: string): boolean => new URL(url).pathname.endsWith(path)

/** Whether a row of a list is that of an address, which may break between its parts. */
export const isRowOf = (row: string, address: string): boolean =>
  row.replaceAll(/<wbr ?\/?>/g, '').includes(address)

/** The session cookie of the tenant, and its value. */
export const SESSION_COOKIE = /__Secure-doorstep-tenant=([\w-]+)/

/** Sends a form as a page of the tenant does, with these cookies; it has no token. */
export const sendForm = (
  send: Send,
  url: string,
  cookie: string,
  fields: Record<string, string>,
): Promise<Response> => {
  const type = 'application/x-www-form-urlencoded'
  const headers = { cookie, origin: new URL(url).origin, 'content-type': type }
  return send(new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }))
}

/** The address of the person who is logged in with the cookies of a request; `undefined` where nobody is. */
export async function whoSends(send: Send, request: Request): Promise<string | undefined> {
  const headers = { cookie: request.headers.get('cookie') ?? '', accept: 'text/html' }
  const page = await send(new Request(`${sandboxOf(request)}/dashboard`, { headers }))
  return page.status === 200 ? /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(await page.text())?.[0] : undefined
}
