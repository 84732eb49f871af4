import type { Flow } from '../../../../machines/flow.ts'
import { begin, step } from '../../../../machines/walk.ts'
import type { NumberedEvent } from '../../../tenant/events.ts'
import type { Followed } from '../follow.ts'

/** What ends a leg of the journey: the last thing done in it, and the screen that is shown then. */
const ends: Record<string, string> = {
  'reset-password → account-activated': 'activate-account',
  'save → my-organization': 'configure-sso-entra',
  'add → users': 'add-users',
  'correct-redirect → authentication': 'correct-redirect',
}

/** The events of the journey that something in a sandbox may stand for. */
function candidates(event: NumberedEvent, redirect: string): string[] {
  switch (event.kind) {
    case 'did': {
      const end = ends[`${event.event} → ${event.screen}`]
      if (end) return [end]
      if (event.screen === 'dashboard') return ['log-in']
      if (event.event !== 'register' || event.screen !== 'app-overview') return []
      return [redirect === 'redirect.documented' ? 'register-entra-app' : 'register-entra-app.blank-redirect']
    }
    case 'request':
      if (!/\/login\/callback(\?|$)/.test(event.path)) return []
      if (event.location?.endsWith('/dashboard')) return ['log-in-sso']
      return event.location?.endsWith('/refused') ? ['log-in-sso.not-added'] : []
    case 'refused':
      return event.code === 'AADSTS50011' ? ['log-in-sso', 'log-in-sso.not-added'] : []
    default:
      return []
  }
}

/** Walks the journey along what was done in a sandbox: each of its events is a whole flow, and is there when that ends. */
export function followJourney(flow: Flow, given: string, events: NumberedEvent[]): Followed {
  const walk: string[] = []
  let moment = begin(flow, given)
  let redirect = ''
  let stranger: string | undefined
  for (const event of events) {
    if (event.kind === 'did' && event.event === 'new-registration') redirect = ''
    if (event.kind === 'did' && event.event.startsWith('redirect.')) redirect = event.event
    const names = candidates(event, redirect)
    const known = names.find((name) => step(flow, moment, name))
    if (known) {
      moment = step(flow, moment, known) ?? moment
      walk.push(known)
    }
    if (names.length > 0) stranger = known ? undefined : inWords(event)
  }
  return { walk, ...(stranger && { stranger }) }
}

/** What ended a leg where the journey has none that ends like that. */
function inWords(event: NumberedEvent): string {
  if (event.kind === 'refused') return `the provider refuses: ${event.code}`
  if (event.kind === 'did') return `“${event.event}” leads to “${event.screen}”`
  return 'somebody comes back from the provider'
}
