/**
 * What can be wrong with a request to plan:
 * - `bad-option`: an option has a value that makes no sense
 * - `bad-graph`: an edge or an initial state names a node that does not exist
 * - `bad-machine`: the machine could not be started, or never comes to rest
 * - `unknown-id`: an id of something that failed or is covered does not occur in the machine
 * - `unknown-plan`: the plan to continue from was not made here, or is a copy
 * - `too-large`: the plan would be too large to walk; the message says how large
 */
export type PlanErrorCode =
  | 'bad-option'
  | 'bad-graph'
  | 'bad-machine'
  | 'unknown-id'
  | 'unknown-plan'
  | 'too-large'

/** Says what is wrong, where, and what to do about it. */
export class PlanError extends Error {
  readonly code: PlanErrorCode

  constructor(code: PlanErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PlanError'
    this.code = code
  }
}
