import { useEffect } from 'react'
import { stepsOf } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { stepsDoneOn } from '../../../machines/model/progress.ts'
import { walk } from '../../../machines/model/walk.ts'
import { writeAddress } from '../../simulator/walk/address.ts'
import { usePlace } from '../../simulator/walk/use-place.ts'
import { LearningSystem } from './learning-system.ts'

const system = LearningSystem.find(window)

/** Puts the person where they were when the system closed the file the last time, unless the address says where to begin. */
export function resume(): void {
  if (system?.location.startsWith('#') && !location.hash) history.replaceState(null, '', system.location)
}

/** {@link usePlace}, which also tells the learning management system around the file, if there is one, where the person is. */
export function useReportedPlace(flow: Flow, how?: Parameters<typeof usePlace>[1]) {
  const placed = usePlace(flow, how)
  const { place } = placed
  useEffect(() => {
    const moments = walk(flow, place.given, place.walk.slice(0, place.at))
    system?.report({
      location: writeAddress(flow, place),
      done: stepsDoneOn(flow, moments).length,
      steps: stepsOf(flow).length,
      isCompleted: moments.some(({ goal }) => goal),
    })
  }, [flow, place])
  return placed
}
