import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange } from '../http/exchange.ts'
import type { BrokenAnswer } from '../misbehaviours/types.ts'

/** Gives an answer that is nonsense or cut off, as it says. */
export function answerBroken({ res, req }: Exchange, { status, headers, body, cut }: BrokenAnswer) {
  if (!cut) {
    res.writeHead(status, headers)
    res.end(body)
    return
  }
  res.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
  res.write(body.slice(0, Math.floor(body.length / 2)), () => req.socket.destroy())
}

/** Takes its time before a real answer; false when the caller has hung up meanwhile. */
export async function dawdle({ res }: Exchange, ms: number): Promise<boolean> {
  const gone = new AbortController()
  const hangUp = () => gone.abort()
  res.once('close', hangUp)
  await wait(ms, undefined, { signal: gone.signal, ref: false }).catch(() => undefined)
  res.off('close', hangUp)
  return !gone.signal.aborted
}
