import { createRequire } from 'node:module'
import type { AuthOptions } from 'next-auth'

const require = createRequire(import.meta.url)
const { default: NextAuth }: { default: (req: object, res: object, options: AuthOptions) => Promise<void> } =
  require('next-auth')

const cookiesOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    header
      .split('; ')
      .map((pair) => pair.split('='))
      .map(([name = '', ...value]) => [name, decodeURIComponent(value.join('='))]),
  )

/**
 * Answers a request by the page `/api/auth/[...nextauth]`, as Next.js would. The library uses no more of Next.js than the shape of
 * request and answer, so that Next.js itself need not be here.
 */
export async function nextAnswer(request: Request, options: AuthOptions): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const headers = new Headers()
  let status = 200
  let body: string | undefined
  const res = {
    status(code: number) {
      status = code
      return res
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? headers.getSetCookie() : headers.get(name)),
    setHeader(name: string, value: string | string[]) {
      headers.delete(name)
      for (const each of [value].flat()) headers.append(name, each)
      return res
    },
    json: (value: unknown) => res.send(JSON.stringify(value)),
    send(value: unknown) {
      body = typeof value === 'string' ? value : JSON.stringify(value)
    },
    end() {},
  }
  const req = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: cookiesOf(request.headers.get('cookie') ?? ''),
    query: { ...Object.fromEntries(searchParams), nextauth: pathname.split('/').slice(3) },
    body: Object.fromEntries(new URLSearchParams(await request.text())),
  }
  await NextAuth(req, res, options)
  return new Response(body, { status, headers })
}
