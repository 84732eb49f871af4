/**
 * What can be wrong with a request to plan:
 * - `bad-option`: an option has a value that makes no sense
 * - `bad-graph`: an edge or an initial state names a node that is not there
 * - `bad-machine`: the machine could not be started, or never comes to rest
 * - `unknown-transition`: a failed or covered transition is not in the plan
 */
export type PlanErrorCode = 'bad-option' | 'bad-graph' | 'bad-machine' | 'unknown-transition'

/** Says what is wrong, where, and what to do about it. */
export class PlanError extends Error {
  readonly code: PlanErrorCode

  constructor(code: PlanErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PlanError'
    this.code = code
  }
}
