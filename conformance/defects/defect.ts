import type { Rules } from '../../site/tenant/rules/index.ts'

/** A fault that can be seeded in the bundled tenant, and what must find it. */
export interface Defect {
  /** Also the name of its file. */
  id: string
  /** What is wrong with the tenant then. */
  title: string
  /** The rules that are replaced; takes the sound ones. */
  rules: (rules: Rules) => Partial<Rules>
  /** Flows to check when it is to be found. */
  flows: string[]
  /** Exactly what must fail: ids of transitions (`<flow>/<state>/<event>`), steps (`log-in.4`), sentences by key. */
  fails: string[]
}
