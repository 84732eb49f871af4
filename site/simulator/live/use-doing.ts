import { useCallback, useState } from 'react'
import type { Flow } from '../../../machines/flow.ts'
import type { Hands } from './perform.ts'
import { wayOf } from './way-of.ts'

interface Options {
  flow: Flow
  /** The walk that the stream tells. */
  told: string[]
  /** Nothing as long as there is no sandbox. */
  hands: () => Promise<Hands> | undefined
}

const nothing: string[] = []

/** Does events for the reader, and keeps what is only typed so far: the stream tells it when the form is sent. */
export function useDoing({ flow, told, hands }: Options) {
  const [typed, setTyped] = useState<{ since: number; events: string[] }>({ since: 0, events: [] })
  const [doing, setDoing] = useState(false)
  const [problem, setProblem] = useState<string>()

  const perform = useCallback(
    async (event: string) => {
      const spec = flow.events[event]
      const ready = hands()
      if (!spec || !ready) return
      setProblem(undefined)
      setDoing(true)
      try {
        await wayOf(flow).perform(event, spec, await ready)
        const isOnlyTyped = !spec.press && (spec.fill || spec.at === 'mail')
        if (isOnlyTyped)
          setTyped((before) => ({
            since: told.length,
            events: [...(before.since === told.length ? before.events : []), event],
          }))
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error))
      } finally {
        setDoing(false)
      }
    },
    [flow, told, hands],
  )
  const isStillTyped = typed.since === told.length
  return { perform, doing, problem, setProblem, typed: isStillTyped ? typed.events : nothing }
}
