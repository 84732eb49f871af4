import { Suspense, use, useMemo } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { progressOn } from '../../../machines/model/progress.ts'
import { walk } from '../../../machines/model/walk.ts'
import { loadPack } from '../../simulator/load-pack.ts'
import Simulator from '../../simulator/Simulator.tsx'
import { hasOwnSteps, stagesOn } from '../../simulator/walk/stages.ts'
import { stepDue } from '../../simulator/walk/step-due.ts'
import { loadFlow } from '../client/load-flow.ts'
import { happenedAt } from '../model/place.ts'
import { stepsSeenOn } from '../model/standing.ts'
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
  if (!hasOwnSteps(flow)) {
    const { step, done } = stagesOn(flow, progressOn(flow, moments).taken)
    return <StepList flow={flow} current={step || undefined} done={done} />
  }
  const done = stepsSeenOn(flow, place, moments)
  const due = stepDue(flow, moments, moments.length - 1, done)
  return <StepList flow={flow} current={due && numberOf(due)} done={done.map(numberOf)} />
}

const numberOf = (step: string) => Number(step.slice(step.lastIndexOf('.') + 1))
