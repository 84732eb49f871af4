import { edgesOf, screenOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'

/** Whether a flow leads people to a screen, or shows them a mail of that id. */
export const showsScreen = (flow: Flow, screen: string): boolean =>
  edgesOf(flow).some(({ source, target }) =>
    [source, target].some((state) => screenOf(flow, state) === screen),
  )
