import type { Flow } from '../../machines/model/flow.ts'
import Simulator, { type SimulatorProps } from './Simulator.tsx'
import { usePlace } from './walk/use-place.ts'

/** The history is that of the page around: in a frame, a walk adds nothing to it. */
const usePlaceInFrame = (flow: Flow) => usePlace(flow, { pushes: false })

/** The simulator in a frame of another site. */
export default function EmbeddedSimulator(props: SimulatorProps) {
  return <Simulator {...props} usePlaceOf={usePlaceInFrame} />
}
