import { useMemo, useState } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { begin, type Moment } from '../../../machines/model/walk.ts'
import { type Stage, stageOf, type Within } from './stage.ts'

interface Shown {
  flow: Flow
  given: string
  moments: readonly Moment[]
  /** Index of the moment that is shown. */
  at: number
}

/** What is shown and can be acted on. A procedure that was begun within a journey is left as soon as the journey moves. */
export function useStage(pack: Pack, { flow, given, moments, at }: Shown) {
  const [begun, setBegun] = useState<{ outer: Stage['outer']; within: Within }>()
  const outer = useMemo(() => {
    const [first = begin(flow, given), ...rest] = moments.slice(0, at + 1)
    return { flow, given, moments: [first, ...rest] as const }
  }, [flow, given, moments, at])
  const within = begun?.outer === outer ? begun.within : undefined
  const stage = useMemo(() => stageOf(pack, outer, within), [pack, outer, within])
  return {
    stage,
    setWithin: (within: Within | undefined) => setBegun(within && { outer, within }),
  }
}
