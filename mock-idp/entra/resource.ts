import type { Application } from '../directory/types.ts'
import { apiNames, everything, resourceOf } from '../provider/apis.ts'
import { graphNames } from '../provider/graph-scopes.ts'
import { standardScopes } from '../provider/standard-scopes.ts'
import type { EntraRequest } from './authorize-request.ts'
import type { Refusal } from './refusal.ts'
import type { AskedScopes } from './scopes.ts'

/**
 * Version 2.0 takes `resource` since March 2026, if it is the API of the scopes, character by character
 * (microsoft/powerbi-modeling-mcp#68, microsoft/azure-devops-mcp#1511 with `invalid_target`, anthropics/claude-code#52871 about a
 * slash at the end). Clients that follow the Model Context Protocol send it always.
 */
const mismatch: Refusal = {
  code: 9010010,
  error: 'invalid_target',
  message:
    "The resource parameter provided in the request doesn't match with the requested scopes: it has to be an identifier URI of the API that they name, character by character.",
}

const isGraphName = (name: string) => graphNames.some((known) => known === name)

/** Says whether every `resource` of a request is the API of its scopes. */
export function judgeResource(
  { params, authority, home }: EntraRequest,
  asked: AskedScopes,
): Refusal | undefined {
  const apis = [authority.directory, home].flatMap((directory) => directory?.applications ?? [])
  const isOf = (api: Application, name: string) =>
    apiNames(api).includes(name) && asked.resources.includes(resourceOf(api))
  const fits = (name: string) =>
    isGraphName(name) ? asked.graph.length > 0 : apis.some((api) => isOf(api, name))
  return params.getAll('resource').every(fits) ? undefined : mismatch
}

/** The scopes of a token request; one that names a resource and no scope of an API means everything of that API. */
export function scopeOfToken({ params }: EntraRequest): string {
  const scope = params.get('scope') ?? ''
  const [resource] = params.getAll('resource')
  const namesApi = scope.split(' ').some((each) => each !== '' && !standardScopes.includes(each))
  return resource === undefined || namesApi ? scope : `${scope} ${resource}/${everything}`.trim()
}
