import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import type { Mail } from '../simulator/devices/mail.ts'
import type { InFile } from './in-file/data.ts'

/** What an exported file says of its walk. The pages of other flows are not part of it, so that the next one is named alone. */
export function dataOf(pack: Pack, flow: Flow, mails: Record<string, Mail>): InFile {
  const after = pack.flows[pack.flows.indexOf(flow) + 1]
  return {
    flowId: flow.id,
    mails,
    next: after ? { title: after.title } : null,
  }
}
