import { lazy, Suspense, use, useEffect, useMemo } from 'react'
import { walk } from '../../machines/walk.ts'
import type { Mail } from './desk/mail.ts'
import { loadFlow } from './load-flow.ts'
import { ModelBench } from './model/ModelBench.tsx'
import { currentStep, doneSteps, markDiagram, markSteps } from './page/mark-page.ts'
import { usePlace } from './walk/use-place.ts'

const LiveBench = lazy(() => import('./live/LiveBench.tsx'))

export interface SimulatorProps {
  flowId: string
  /** The mails that the flow speaks of, by the screen they are in the model; rendered ahead of time. */
  mails: Record<string, Mail>
}

/** The island beside the documentation of a flow: its screens, what is on the desk, and all that could happen. */
export default function Simulator(props: SimulatorProps) {
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <Walk {...props} />
    </Suspense>
  )
}

function Walk({ flowId, mails }: SimulatorProps) {
  const flow = use(loadFlow(flowId))
  const [place, go] = usePlace(flow)
  const moments = useMemo(() => walk(flow, place.given, place.walk), [flow, place.given, place.walk])
  const at = Math.min(place.at, moments.length - 1)

  useEffect(() => {
    markSteps(document, currentStep(flow, moments, at), doneSteps(moments, at))
    markDiagram(document, moments, at)
  }, [flow, moments, at])

  // Whoever pressed something before this could answer is told that it can now (on-touch-client.mjs).
  useEffect(() => {
    dispatchEvent(new Event('island-ready'))
  }, [])

  const shared = { flow, moments, at, place, go }
  return place.mode === 'live' ? <LiveBench {...shared} /> : <ModelBench {...shared} mails={mails} />
}
