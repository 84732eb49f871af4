import { stateMetaOf } from '../../../machines/model/edges.ts'
import { type Flow, SIGNED_IN } from '../../../machines/model/flow.ts'
import type { TransitionMeta } from '../../../machines/model/origin.ts'
import type { MachineLooks } from '../index.ts'
import { placeOf } from '../machine/state-id.ts'

/**
 * What can be seen at a target: the screen with its rows and whose it is, whether someone is signed in, messages and
 * refusals, and that a mail is missing. What the person has typed is not the target's doing.
 */
export function looksOfFlow(flow: Flow): MachineLooks {
  return {
    state: (snapshot) => {
      const { screen, of, lists, hides } = stateMetaOf(flow, placeOf(flow.machine, snapshot))
      return JSON.stringify([screen, of, lists, hides, snapshot.hasTag(SIGNED_IN)])
    },
    transition: ({ taken: [first] }) => {
      const { shows, refused } = (first?.meta ?? {}) as Partial<TransitionMeta>
      return JSON.stringify([shows, refused])
    },
    absence: ({ type }) => flow.events[type]?.at === 'mail',
  }
}
