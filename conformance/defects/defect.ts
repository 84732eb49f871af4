import type { ReceivedMail } from '../../site/mailbox/read-mail.ts'
import type { Rules } from '../../site/tenant/rules/index.ts'
import type { TenantOptions } from '../../site/tenant/start-tenant.ts'

/** Asks the tenant; redirects are answers. */
export type Send = (request: Request) => Promise<Response>

/** A fault that can be seeded in the bundled tenant, and what must find it. */
export interface Defect {
  /** Also the name of its file. */
  id: string
  /** What is wrong with the tenant then. */
  title: string
  /** The rules that are replaced; takes the sound ones. */
  rules?: (rules: Rules) => Partial<Rules>
  /** What happens between the browser and the tenant, where no rule decides: headers, cookies, redirects. */
  tamper?: (send: Send) => Send
  /** What becomes of a mail before it is kept; `undefined`: it never arrives. */
  mail?: (mail: ReceivedMail) => ReceivedMail | undefined
  /** Where the tenant's random bytes come from. */
  random?: TenantOptions['random']
  /** Flows to check in order to find it. */
  flows: string[]
  /** Checks to make then, by their ids. */
  checks?: string[]
  /**
   * Exactly what must fail: ids of transitions (`<flow>/<state>/<event>`), steps (`log-in.4`), sentences by key, checks
   * (`LNK1`, or one of their claims, `SES3.name`).
   */
  fails: string[]
  /**
   * Checks that must prove nothing: what they claim is refused for another reason, so their controls fail. A check that passes
   * there has tried nothing.
   */
  unproven?: string[]
  /** Seeded in `npm test`; the others in `npm run test:long`. */
  inTests?: true
}
