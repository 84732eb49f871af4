import type { PageMessage } from '../../tenant/frame-messages.ts'

/** Hears what the page in the frame says. */
export type Listener = (message: PageMessage) => void

/** Messages of one type. */
export type OfType<T extends PageMessage['type']> = Extract<PageMessage, { type: T }>

/**
 * The next message of a type.
 * @param on begins to listen; its answer stops it
 * @throws when none comes within `patience` ms, or the reason of the signal
 */
export function nextOf<T extends PageMessage['type']>(
  on: (listener: Listener) => () => void,
  type: T,
  { patience, signal }: { patience: number; signal: AbortSignal },
): Promise<OfType<T>> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const timer = setTimeout(
      () => done(() => reject(new Error('The page in the frame does not answer.'))),
      patience,
    )
    const stop = on((message) => {
      if (message.type === type) done(() => resolve(message as OfType<T>))
    })
    const onAbort = () => done(() => reject(signal.reason))
    signal.addEventListener('abort', onAbort)
    const done = (then: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      stop()
      then()
    }
  })
}
