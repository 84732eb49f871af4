import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Exchange } from './exchange.ts'

/** An answer to a request that never was on the wire. */
export interface InjectedAnswer {
  status: number
  body: string
}

/** A form that the provider posts to itself, for what has to go through the same checks as a client's. */
export function injectForm(base: string, path: string, form: URLSearchParams) {
  const body = Buffer.from(form.toString())
  const req = new IncomingMessage(new Socket())
  req.method = 'POST'
  req.url = path
  req.headers = {
    host: new URL(base).host,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  const res = new ServerResponse(req)
  const chunks: Buffer[] = []
  const answer = new Promise<InjectedAnswer>((resolve) => {
    Object.assign(res, {
      write(chunk: string | Uint8Array) {
        chunks.push(Buffer.from(chunk))
        return true
      },
      end(chunk?: string | Uint8Array) {
        if (chunk !== undefined) chunks.push(Buffer.from(chunk))
        resolve({ status: res.statusCode, body: Buffer.concat(chunks).toString('utf8') })
        return res
      },
    })
  })
  const exchange: Exchange = {
    req,
    res,
    method: 'POST',
    path,
    query: new URLSearchParams(),
    body,
    form,
    base,
  }
  return { exchange, answer }
}
