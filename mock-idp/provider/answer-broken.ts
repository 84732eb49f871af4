import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange } from '../http/exchange.ts'
import type { BrokenAnswer } from '../misbehaviours/types.ts'

/** Gives an answer that is late, cut off or nonsense, as it says. */
export async function answerBroken(
  { res, req }: Exchange,
  { status, headers, body, delayMs, cut }: BrokenAnswer,
) {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  if (delayMs) await wait(delayMs, undefined, { signal: gone.signal, ref: false }).catch(() => undefined)
  if (gone.signal.aborted) return
  res.writeHead(status, cut ? { ...headers, 'content-length': String(Buffer.byteLength(body)) } : headers)
  if (!cut) return void res.end(body)
  res.write(body.slice(0, Math.floor(body.length / 2)), () => req.socket.destroy())
}
