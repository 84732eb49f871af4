import type { Application, Directory } from '../directory/types.ts'
import type { Authority } from '../provider/authority.ts'
import type { Refusal } from './refusal.ts'

/** An authorization or token request, as far as the rules look at it. */
export interface EntraRequest {
  authority: Authority
  params: URLSearchParams
  /** The application that `client_id` names, and the directory it is registered in. */
  application?: Application
  home?: Directory
  now: number
}

/** One thing that may be wrong with a request; undefined when it isn't. */
export type Rule = (request: EntraRequest) => Refusal | undefined
