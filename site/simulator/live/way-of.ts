import type { EventSpec, Flow } from '../../../machines/flow.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import { notesOf, type World } from '../model/values.ts'
import { type Followed, follow } from './follow.ts'
import { followJourney } from './journey/follow-journey.ts'
import { performLeg } from './journey/legs.ts'
import { type Hands, perform } from './perform.ts'

/** How a flow is walked live. */
export interface Way {
  follow(flow: Flow, given: string, events: NumberedEvent[]): Followed
  perform(event: string, spec: EventSpec, hands: Hands): Promise<void>
  /** What the reader has to know. */
  notes(flow: Flow, world: World): Record<string, string>
  /** The password is chosen on the way. */
  choosesPassword(flow: Flow): boolean
}

const byItsEvents: Way = {
  follow,
  perform,
  notes: notesOf,
  choosesPassword: ({ events }) => 'new-password.strong' in events,
}

/** Each event is a whole flow; the client ID is what the reader registers. */
const legByLeg: Way = {
  follow: followJourney,
  perform: (event, _spec, hands) => performLeg(event, hands),
  notes: (_flow, { email, password, redirect }) => ({
    'Email address': email,
    Password: password,
    'Redirect URI (optional)': redirect,
  }),
  choosesPassword: () => true,
}

export const wayOf = ({ id }: Flow): Way => (id === 'onboarding' ? legByLeg : byItsEvents)
