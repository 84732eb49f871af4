import type { Flow } from '../../machines/model/flow.ts'
import { begin, choicesAt } from '../../machines/model/walk.ts'

/** Whether a person can do nothing before a mail has come. Someone who was not added to a product gets none. */
export const beginsWithMail = (flow: Flow, given: string): boolean =>
  choicesAt(flow, begin(flow, given)).every(({ event }) => flow.events[event]?.at !== 'screen')
