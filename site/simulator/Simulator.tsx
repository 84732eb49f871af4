import { lazy, Suspense, use, useEffect, useMemo } from 'react'
import { flowOf } from '../../machines/model/perform.ts'
import { stepsDoneOn } from '../../machines/model/progress.ts'
import { walk } from '../../machines/model/walk.ts'
import type { BenchProps } from './bench.ts'
import type { Mail } from './desk/mail.ts'
import { loadPack } from './load-pack.ts'
import { ModelBench } from './model/ModelBench.tsx'
import { markDiagram, markSteps, stepDue } from './page/mark-page.ts'
import { usePlace } from './walk/use-place.ts'

const LiveBench = lazy(() => import('./live/LiveBench.tsx'))

export interface SimulatorProps {
  packId: string
  flowId: string
  /** The mails that the flow speaks of, by the screen they are in the model; rendered ahead of time. */
  mails: Record<string, Mail>
  /** The procedure that comes next in the documentation. */
  next?: BenchProps['next']
  /** Where the place in the flow is kept. Default: in the address of the page. */
  usePlaceOf?: typeof usePlace
}

/** The island next to the documentation of a flow: its screens, what is on the desk, and all that could happen. */
export default function Simulator(props: SimulatorProps) {
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <Walk {...props} />
    </Suspense>
  )
}

function Walk({ packId, flowId, mails, next, usePlaceOf = usePlace }: SimulatorProps) {
  const { pack, product } = use(loadPack(packId))
  const flow = flowOf(pack, flowId)
  const { place, go, back } = usePlaceOf(flow)
  const moments = useMemo(() => walk(flow, place.given, place.walk), [flow, place.given, place.walk])
  const at = Math.min(place.at, moments.length - 1)

  useEffect(() => {
    // Live, the marks are the tracker's.
    if (place.mode === 'live') return
    const done = stepsDoneOn(flow, moments.slice(0, at + 1))
    markSteps(document, stepDue(flow, moments, at, done), done)
    const mark = () => markDiagram(document, moments, at)
    mark()
    addEventListener('diagram-drawn', mark)
    return () => removeEventListener('diagram-drawn', mark)
  }, [flow, moments, at, place.mode])

  // What was pressed before this could answer can be answered now (on-touch-client.mjs).
  useEffect(() => {
    dispatchEvent(new Event('island-ready'))
  }, [])

  const shared = { pack, flow, moments, at, place, go, back, next }
  if (place.mode === 'live') return <LiveBench {...shared} />
  return <ModelBench {...shared} mails={mails} product={product} />
}
