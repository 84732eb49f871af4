import type { Exchange } from '../http/exchange.ts'
import { sendResponse } from '../http/respond.ts'
import type { Issuer } from '../provider/issuer.ts'
import { graphApp } from './app.ts'

/** Serves the Graph-shaped API of a tenant below `/{tenant}/graph`. */
export async function serveGraph({ req, res, method, path, query, body, base }: Exchange, issuer: Issuer) {
  const { directory, mount } = issuer.authority
  if (!directory) return
  const url = new URL(path.slice(`${mount}/graph`.length), base)
  url.search = query.toString()
  const { authorization = '', 'content-type': type = '', consistencylevel = '' } = req.headers
  const request = new Request(url, {
    method,
    headers: { authorization, 'content-type': type, consistencylevel: String(consistencylevel) },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
  await sendResponse(res, await graphApp.fetch(request, { issuer, directory }))
}
