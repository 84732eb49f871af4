import { addressOf } from '../in-words.ts'
import type { CheckResult } from '../result.ts'

/** What every part of the report needs besides what it shows. */
export interface View {
  result: CheckResult
  /** Where the simulator is. */
  site: string
  /** Path of a picture → the picture as a data URI; deleted pictures are left out. */
  pictures: ReadonlyMap<string, string>
}

/** Id of an element, and below it the part after `#` that leads there. */
export const idOf = (flow: string, transition: string) => `${flow}/${transition}`
export const linkTo = (id: string) => `#${encodeURIComponent(id)}`

export const replayAddress = ({ site }: View, replay: string) => addressOf(site, replay)

/** At the target itself the path is enough. */
export function shortAddress({ result }: View, address: string): string {
  const { origin } = new URL(result.target.url)
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address
}

export const inTime = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)
