import { type ComponentType, useEffect, useMemo } from 'react'
import { flowOf } from '../../machines/model/perform.ts'
import { progressOn } from '../../machines/model/progress.ts'
import { walk } from '../../machines/model/walk.ts'
import type { BenchProps } from './bench.ts'
import type { Mail } from './devices/mail.ts'
import type { LoadedPack } from './load-pack.ts'
import { ModelBench } from './model/ModelBench.tsx'
import { markDiagram, markSteps } from './page/mark-page.ts'
import { useGoInFlow } from './page/use-go-in-flow.ts'
import { marksAt } from './walk/marks-at.ts'
import { usePlace } from './walk/use-place.ts'

export interface WalkProps {
  loaded: LoadedPack
  flowId: string
  /** The mails that the flow speaks of, by the screen they are in the model; rendered ahead of time. */
  mails: Record<string, Mail>
  /** The procedure that comes next in the documentation; `null` after the last one, absent where nothing is said of it. */
  next?: BenchProps['next']
  /** What was let happen to a live sandbox from outside, in a class. */
  happened?: BenchProps['happened']
  makeSandbox?: BenchProps['makeSandbox']
  /** Where the place in the flow is kept. Default: in the address of the page. */
  usePlaceOf?: typeof usePlace
  /** The live mode; without it there is the model alone, and nothing is asked of a server. */
  Live?: ComponentType<BenchProps>
}

/** A walk of a flow: its screens, the mailbox and devices, and all that could happen. */
export function Walk({
  loaded,
  flowId,
  mails,
  next,
  happened,
  makeSandbox,
  usePlaceOf = usePlace,
  Live,
}: WalkProps) {
  const { pack, product } = loaded
  const flow = flowOf(pack, flowId)
  const { place: kept, go, back } = usePlaceOf(flow)
  const place = useMemo(() => (Live ? kept : { ...kept, mode: 'model' as const }), [kept, Live])
  const moments = useMemo(() => walk(flow, place.given, place.walk), [flow, place.given, place.walk])
  const at = Math.min(place.at, moments.length - 1)

  useEffect(() => {
    // Live, the marks are the tracker's.
    if (place.mode === 'live') return
    markSteps(document, marksAt(flow, moments, at, progressOn(flow, moments.slice(0, at + 1))))
    const mark = () => markDiagram(document, moments, at)
    mark()
    addEventListener('diagram-drawn', mark)
    return () => removeEventListener('diagram-drawn', mark)
  }, [flow, moments, at, place.mode])

  useGoInFlow(flow, go)

  // What was pressed before this could answer can be answered now (on-touch-client.mjs).
  useEffect(() => {
    dispatchEvent(new Event('island-ready'))
  }, [])

  const shared = {
    pack,
    flow,
    moments,
    at,
    place,
    go,
    back,
    next,
    happened,
    makeSandbox,
    hasLive: Live !== undefined,
  }
  if (Live && place.mode === 'live') return <Live {...shared} />
  return <ModelBench {...shared} mails={mails} product={product} />
}
