import type { Flow } from '../../../machines/model/flow.ts'

/** Something that a trainer can let happen to people, because nobody does it on their own page. */
export interface Injection {
  event: string
  label: string
  kind: 'time' | 'mail' | 'provider'
}

/** Events of a flow that come from around the product: time that passes, mails that arrive, what a provider does. */
export const injectionsOf = ({ events }: Flow): Injection[] =>
  Object.entries(events).flatMap(([event, { label, at, wait, sends, leg }]): Injection[] => {
    if (leg) return []
    if (at === 'clock' || wait !== undefined) return [{ event, label, kind: 'time' }]
    if (sends !== undefined && at !== 'screen') return [{ event, label, kind: 'mail' }]
    return at === 'provider' ? [{ event, label, kind: 'provider' }] : []
  })
