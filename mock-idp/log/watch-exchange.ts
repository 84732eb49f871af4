import type { OutgoingHttpHeaders } from 'node:http'
import type { Exchange } from '../http/exchange.ts'
import type { WholeExchange } from './events.ts'

const MOST = 64 * 1024

type Pair = [name: string, value: string]

const pairs = (headers: OutgoingHttpHeaders): Pair[] =>
  Object.entries(headers).flatMap(([name, value]): Pair[] => {
    if (value === undefined) return []
    return [value].flat().map((one): Pair => [name.toLowerCase(), String(one)])
  })

/** Follows what is written of an answer. The function that it returns gives the whole exchange, once the answer is sent. */
export function watchExchange({
  req,
  res,
  body,
  base,
}: Pick<Exchange, 'req' | 'res' | 'body' | 'base'>): () => WholeExchange {
  const begun = performance.now()
  const chunks: Buffer[] = []
  let length = 0
  let written: OutgoingHttpHeaders = {}
  const keep = (chunk: unknown) => {
    if (length >= MOST || !(typeof chunk === 'string' || chunk instanceof Uint8Array)) return
    chunks.push(Buffer.from(chunk as string))
    length += chunk.length
  }
  const { write, end, writeHead } = res
  res.write = (...args: unknown[]) => {
    keep(args[0])
    return Reflect.apply(write, res, args)
  }
  res.end = (...args: unknown[]) => {
    keep(args[0])
    return Reflect.apply(end, res, args)
  }
  res.writeHead = (...args: unknown[]) => {
    const given = args.at(-1)
    // Headers that are given here alone are not among those that `getHeaders` answers.
    if (typeof given === 'object' && given !== null) written = given as OutgoingHttpHeaders
    return Reflect.apply(writeHead, res, args)
  }
  return () => ({
    method: req.method ?? 'GET',
    url: base + (req.url ?? '/'),
    requestHeaders: pairs(req.headers),
    requestBody: body,
    responseHeaders: pairs({ ...written, ...res.getHeaders() }),
    responseBody: Buffer.concat(chunks),
    ms: Math.round(performance.now() - begun),
  })
}
