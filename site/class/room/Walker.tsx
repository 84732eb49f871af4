import { Suspense, use, useMemo } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { walk } from '../../../machines/model/walk.ts'
import { loadPack } from '../../simulator/load-pack.ts'
import Simulator from '../../simulator/Simulator.tsx'
import { loadFlow } from '../client/load-flow.ts'
import { happenedAt } from '../model/place.ts'
import { stepsAt } from '../model/standing.ts'
import { type Held, HeldPlace, useClassPlace } from './class-place.ts'
import { StepList } from './StepList.tsx'

interface Props {
  packId: string
  held: Held
  /** It can be seen, and nothing in it can be used. */
  inert?: boolean
}

/** A flow with its steps and its simulator, at a place that the class keeps. */
export function Walker(props: Props) {
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <Loaded {...props} />
    </Suspense>
  )
}

function Loaded({ packId, held, inert = false }: Props) {
  const { place } = held
  const { pack } = use(loadPack(packId))
  const { mails } = use(loadFlow(packId, place.flow))
  const flow = pack.flows.find(({ id }) => id === place.flow)
  if (!flow) return <p className="message wrong">The pack of this page has no flow “{place.flow}”.</p>
  return (
    <div className="walker">
      <Steps flow={flow} held={held} />
      <div className="walker-bench" inert={inert}>
        <HeldPlace value={held}>
          <Simulator
            key={`${place.flow} ${place.given}`}
            packId={packId}
            flowId={flow.id}
            mails={mails}
            usePlaceOf={useClassPlace}
            happened={held.happened}
            makeSandbox={held.makeSandbox}
          />
        </HeldPlace>
      </div>
    </div>
  )
}

function Steps({ flow, held: { place } }: { flow: Flow; held: Held }) {
  const moments = useMemo(() => walk(flow, place.given, happenedAt(place)), [flow, place])
  const { step, done } = stepsAt(flow, place, moments)
  return <StepList flow={flow} current={step} done={done} isOver={moments.at(-1)?.goal} />
}
