import { rules } from '../rules/index.ts'
import { type Clause, type Guarantee, guaranteeOf } from '../rules/rule.ts'
import { loggingIn } from './logging-in.ts'
import { operation } from './operation.ts'
import { sessions } from './sessions.ts'
import { sso } from './sso.ts'

/** What files outside `rules/` guarantee, by their paths below the tenant's folder. */
export type Guarantees = Readonly<Record<string, readonly Guarantee[]>>

/** A part of the tenant, what it guarantees, and the tests that prove it. */
export interface Holder {
  /** Its path below the tenant's folder. */
  file: string
  /** The rule; absent outside `rules/`. */
  rule?: string
  says: string
  clauses: readonly Clause[]
  /** Paths below the tenant's folder. */
  tests: readonly string[]
}

const ofRules = Object.entries(rules).flatMap(([rule, decide]): Holder[] => {
  const guarantee = guaranteeOf(decide)
  if (!guarantee) return []
  const { subject, tests = [], ...rest } = guarantee
  return [{ file: `rules/${subject}.ts`, rule, ...rest, tests: [`rules/${subject}.test.ts`, ...tests] }]
})

const ofOthers = [loggingIn, sessions, sso, operation].flatMap((guarantees) =>
  Object.entries(guarantees).flatMap(([file, several]) =>
    several.map(({ tests = [], ...rest }): Holder => ({ file, ...rest, tests })),
  ),
)

/** Everything that holds a clause: every rule, and other files where no rule decides. */
export const holders: Holder[] = [...ofRules, ...ofOthers]
