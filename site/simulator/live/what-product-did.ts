import type { NumberedEvent } from '../../tenant/events.ts'

/**
 * What the product did about a fault, in a sentence; `undefined` where it has not met it yet.
 * @param since number of the last event before the fault was chosen
 * @param protectedPage the screen that only someone who is logged in sees
 */
export function whatProductDid(
  events: readonly NumberedEvent[],
  since: number,
  protectedPage: string | undefined,
): string | undefined {
  const acts = events.flatMap((event) =>
    event.kind === 'act' && event.n > since && event.at === 'product' ? event : [],
  )
  // Only what comes back from the provider, or is saved, can meet it.
  const last = acts.findLast(({ shown, did }) => shown?.message !== undefined || did.what === 'return')
  if (!last) return undefined
  if (last.shown?.message !== undefined) return `says “${last.shown.message}”`
  return last.shown?.screen === protectedPage && last.did.what === 'return'
    ? 'lets the person in.'
    : undefined
}
