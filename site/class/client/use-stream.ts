import { EventSourceParserStream } from 'eventsource-parser/stream'
import { useEffect, useState } from 'react'
import { whileHeard } from '../../simulator/live/while-heard.ts'
import type { Pass } from './keys.ts'
import { isPassing, RequestError } from './request.ts'

/**
 * `lost-here`: the browser says that it is offline. `lost-there`: it is online, and the server does not answer. `over`: there is
 * nothing more to come.
 */
export type Connection = 'joining' | 'there' | 'lost-here' | 'lost-there' | 'over'

/** The server says every 15 seconds that it is alive. */
const SILENCE = 40_000
const FIRST_WAIT = 300
/** Short, so that someone is back within 2 s. */
const LONGEST_WAIT = 1_500

export interface Streamed {
  connection: Connection
  /** Why there is no stream, and will be none. */
  refused?: { code: string; message: string } | undefined
}

/** Resolves after `ms`, or as soon as the browser is online or visible again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      document.removeEventListener('visibilitychange', end)
      resolve()
    }
    // People who lost the same server do not all come back in the same moment.
    const timer = setTimeout(end, ms * (0.7 + Math.random() * 0.3))
    addEventListener('online', end)
    document.addEventListener('visibilitychange', end)
    signal.addEventListener('abort', end, { once: true })
  })
}

/**
 * Follows the stream of a class for as long as it is shown. After a gap it goes on from the last message.
 * @param as whose view is wanted: another’s key is refused
 * @param onMessage must be the same function at each render
 */
export function useStream<T>(
  pass: Pass | undefined,
  as: 'person' | 'board',
  onMessage: (message: T) => void,
): Streamed {
  const [streamed, setStreamed] = useState<Streamed>({ connection: 'joining' })

  useEffect(() => {
    if (!pass) return
    const ending = new AbortController()
    const { signal } = ending
    let lastId = ''

    let breakOff = () => {}
    // A connection may outlast the network for minutes before anyone notices.
    const onOffline = () => breakOff()
    addEventListener('offline', onOffline)

    const connect = async () => {
      const connection = new AbortController()
      breakOff = () => connection.abort()
      const answer = await fetch(`/class-api/classes/${pass.code}/stream?as=${as}`, {
        signal: AbortSignal.any([signal, connection.signal]),
        headers: { authorization: `Bearer ${pass.key}`, ...(lastId && { 'last-event-id': lastId }) },
      })
      if (!answer.ok && answer.status < 500) {
        const { error } = (await answer.json()) as { error: { code: string; message: string } }
        throw new RequestError(error.code, error.message)
      }
      if (!answer.ok || !answer.body) return
      setStreamed({ connection: 'there' })
      const reader = answer.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(whileHeard(SILENCE))
        .pipeThrough(new EventSourceParserStream())
        .getReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        lastId = value.id ?? lastId
        onMessage(JSON.parse(value.data) as T)
      }
    }

    const follow = async () => {
      let wait = FIRST_WAIT
      while (!signal.aborted) {
        const started = Date.now()
        try {
          await connect()
        } catch (error) {
          if (error instanceof RequestError && !isPassing(error)) {
            if (!signal.aborted)
              setStreamed({ connection: 'over', refused: { code: error.code, message: error.message } })
            return
          }
        }
        if (signal.aborted) return
        setStreamed({ connection: navigator.onLine ? 'lost-there' : 'lost-here' })
        wait = Date.now() - started > 5_000 ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT)
        await pause(wait, signal)
      }
    }
    void follow()
    return () => {
      removeEventListener('offline', onOffline)
      ending.abort()
    }
  }, [pass, as, onMessage])

  return streamed
}
