import { everything, findApi, resourceOf } from '../provider/apis.ts'
import { graphNames, isGraphPermission } from '../provider/graph-scopes.ts'
import { standardScopes } from '../provider/standard-scopes.ts'
import type { EntraRequest } from './authorize-request.ts'
import type { Refusal } from './refusal.ts'
import { judgeResource } from './resource.ts'

const openIdScopes = new Set(standardScopes)

/** AADSTS500011 (Microsoft's reference of error codes; `invalid_resource` is the OAuth error of the code flow's page). */
const resourceUnknown = ({ authority, home }: EntraRequest, name: string): Refusal => ({
  code: 500011,
  error: 'invalid_resource',
  message: `The resource principal named '${name}' was not found in the tenant named '${
    (authority.directory ?? home)?.displayName ?? ''
  }': compare it with the identifier URIs of the registered APIs.`,
})

/**
 * AADSTS650053 (Microsoft's page "Troubleshooting OData sign-in errors in Power BI Desktop", MicrosoftDocs/powerbi-docs); with
 * `invalid_client`, as in the answered question learn.microsoft.com/answers/questions/1353813.
 */
const scopeUnknown = ({ application }: EntraRequest, scope: string, resource: string): Refusal => ({
  code: 650053,
  error: 'invalid_client',
  message: `The application '${application?.displayName ?? ''}' asked for scope '${scope}' that doesn't exist on the resource '${resource}'.`,
})

/**
 * One access token is for one API. Microsoft's reference of error codes has this meaning as 700022; the token endpoint says 28000
 * (AzureAD/microsoft-authentication-library-for-js#1487, Azure-Samples/active-directory-aspnetcore-webapp-openidconnect-v2#271).
 */
const severalResources = (names: string[]): Refusal => ({
  code: 28000,
  error: 'invalid_request',
  message: `The scopes are of more than one resource (${names.join(', ')}): an access token is for one, so ask for one at a time.`,
})

/**
 * The rule is on Microsoft's page "Acquire tokens to call a web API using a daemon application"; the number is in the answer that
 * MicrosoftDocs/azure-docs#99862 quotes, with `invalid_scope` (databricks/databricks-sql-nodejs#226).
 */
const notDefault = (scope: string): Refusal => ({
  code: 1002012,
  error: 'invalid_scope',
  message: `The provided value for scope '${scope}' is not valid. Client credential flows must have a scope value with /${everything} suffixed to the resource identifier (application ID URI).`,
})

/** What the scopes of a request ask for. */
export interface AskedScopes {
  /** Of Graph, by name. */
  graph: string[]
  /** Resources of registered APIs, as oidc-provider names them. */
  resources: string[]
  /** The scopes that `.default` of an API expands to. */
  implied: string[]
}

/** Takes the scopes of a request apart, or says which of them doesn't exist. */
export function readScopes(request: EntraRequest, scope: string): AskedScopes | Refusal {
  const asked: AskedScopes = { graph: [], resources: [], implied: [] }
  for (const each of new Set(scope.split(' ').filter((name) => name !== '' && !openIdScopes.has(name)))) {
    const slash = each.lastIndexOf('/')
    const [name, value] = slash < 0 ? [graphNames[0], each] : [each.slice(0, slash), each.slice(slash + 1)]
    if (graphNames.some((known) => known === name.replace(/\/$/, ''))) {
      if (!isGraphPermission(value)) return scopeUnknown(request, value, graphNames[1])
      asked.graph.push(each)
      continue
    }
    const api = findApi([request.authority.directory, request.home], name)
    if (!api) return resourceUnknown(request, name)
    if (value !== everything && !api.scopes.includes(value)) return scopeUnknown(request, value, api.appId)
    asked.resources.push(resourceOf(api))
    if (value === everything) asked.implied.push(...api.scopes.map((scope) => `${name}/${scope}`))
  }
  return judgeResource(request, asked) ?? { ...asked, resources: [...new Set(asked.resources)] }
}

export const isRefusal = (value: object): value is Refusal => 'code' in value

/** The one API a token is asked for; `resource` is absent for Graph, and where only OpenID scopes are named. */
export function readTokenScopes(
  request: EntraRequest,
  scope: string,
): { resource?: string; isGraph: boolean; scopes: string[] } | Refusal {
  const asked = readScopes(request, scope)
  if (isRefusal(asked)) return asked
  const { graph, resources, implied } = asked
  if (resources.length + Math.min(graph.length, 1) > 1)
    return severalResources([
      ...(graph.length > 0 ? [graphNames[0]] : []),
      ...resources.map((each) => each.slice(4)),
    ])
  const [resource] = resources
  const scopes = [...scope.split(' ').filter((each) => each !== '' && !openIdScopes.has(each)), ...implied]
  return { isGraph: graph.length > 0, scopes, ...(resource !== undefined && { resource }) }
}

/** The one API of a client that acts on its own. */
export function readApplicationScope(request: EntraRequest, scope: string): { resource?: string } | Refusal {
  const names = scope.split(' ').filter(Boolean)
  const [only = ''] = names
  if (names.length !== 1 || !only.endsWith(`/${everything}`)) return notDefault(scope)
  const asked = readTokenScopes(request, only)
  return isRefusal(asked) ? asked : asked.resource === undefined ? {} : { resource: asked.resource }
}
