import { useEffect } from 'react'
import type { Flow } from '../../../machines/model/flow.ts'
import { moveTo } from '../bench.ts'
import type { Go } from '../walk/use-place.ts'
import { type Destination, wayTo } from '../walk/way-to.ts'

/** Goes where the page around the simulator asks to go: to a state or a transition of the diagram. */
export function useGoInFlow(flow: Flow, go: Go) {
  useEffect(() => {
    const listen = (event: Event) => {
      const { detail } = event as CustomEvent<Destination>
      event.preventDefault()
      go((place) => {
        const way = wayTo(flow, detail, place.given)
        return way ? moveTo({ ...place, given: way.given }, way.walk) : place
      })
    }
    addEventListener('go-in-flow', listen)
    return () => removeEventListener('go-in-flow', listen)
  }, [flow, go])
}
