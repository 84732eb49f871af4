import type { Flow } from '../../machines/model/flow.ts'
import { nextFlow } from '../../machines/model/next-flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Mail } from '../simulator/devices/mail.ts'
import type { InFile } from './in-file/data.ts'

/** What an exported file says of its walk. The pages of other flows are not part of it, so that the next one is named alone. */
export function dataOf(pack: Pack, flow: Flow, mails: Record<string, Mail>): InFile {
  const next = nextFlow(pack, flow)
  return { flowId: flow.id, mails, next: next && { title: next.title } }
}
