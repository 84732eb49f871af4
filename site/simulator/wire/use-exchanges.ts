import { useEffect, useState } from 'react'
import type { NumberedEvent } from '../../tenant/events.ts'
import type { Exchange, NumberedExchange } from '../../tenant/exchange.ts'
import type { Control } from '../live/sandbox.ts'

export type Exchanges = ReadonlyMap<number, Exchange>

interface Read {
  of?: Control | undefined
  exchanges: Exchanges
}

/** What the requests of a sandbox were, whole, by the numbers of their events. What is new is fetched as soon as an event tells of it. */
export function useExchanges(control: Control | undefined, events: readonly NumberedEvent[]): Exchanges {
  const [read, setRead] = useState<Read>({ exchanges: new Map() })
  const last = events.findLast(({ kind }) => kind === 'request')?.n ?? 0
  const known = read.of === control ? read.exchanges : new Map<number, Exchange>()
  const from = Math.max(0, ...known.keys()) + 1
  useEffect(() => {
    if (!control || from > last) return
    let isGone = false
    const take = (found: NumberedExchange[]) => {
      if (isGone || found.length === 0) return
      const added = found.map(({ n, ...exchange }) => [n, exchange] as const)
      setRead((read) => ({
        of: control,
        exchanges: new Map([...(read.of === control ? read.exchanges : []), ...added]),
      }))
    }
    // Without them the messages are still there, only without their insides; the next event asks again.
    control.exchanges(from).then(take, () => undefined)
    return () => {
      isGone = true
    }
  }, [control, from, last])
  return known
}
