import { lazy, Suspense, use } from 'react'
import { loadPack } from './load-pack.ts'
import { Walk, type WalkProps } from './Walk.tsx'

const LiveBench = lazy(() => import('./live/LiveBench.tsx'))

export interface SimulatorProps extends Omit<WalkProps, 'loaded' | 'Live'> {
  packId: string
}

/** The island next to the documentation of a flow, in both modes. */
export default function Simulator(props: SimulatorProps) {
  return (
    <Suspense fallback={<p className="waiting">One moment …</p>}>
      <Loaded {...props} />
    </Suspense>
  )
}

function Loaded({ packId, ...props }: SimulatorProps) {
  return <Walk {...props} loaded={use(loadPack(packId))} Live={LiveBench} />
}
