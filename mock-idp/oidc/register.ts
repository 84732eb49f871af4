import { z } from 'zod'
import { makeApplication, makeSecret } from '../directory/make.ts'
import { redirectUriProblem } from '../directory/redirect-uri.ts'
import type { Application } from '../directory/types.ts'
import type { Exchange } from '../http/exchange.ts'
import { sendJson } from '../http/respond.ts'
import type { Issuer } from '../provider/issuer.ts'

/** So many applications of a directory, and no more are registered by clients themselves. */
const maxApplications = 200

const address = z.string().max(256)

/** What is looked at (RFC 7591 section 2); everything else is ignored, as section 3.1.1 has it. */
const metadataSchema = z.object({
  client_name: z.string().max(200).default('A client that registered itself'),
  redirect_uris: z.array(address).max(20).default([]),
  post_logout_redirect_uris: z.array(address).max(20).default([]),
  token_endpoint_auth_method: z
    .enum(['client_secret_basic', 'client_secret_post', 'none'])
    .default('client_secret_basic'),
  id_token_signed_response_alg: z.enum(['RS256', 'ES256']).default('RS256'),
  backchannel_logout_uri: z.url().optional(),
  frontchannel_logout_uri: z.url().optional(),
})
type Metadata = z.output<typeof metadataSchema>

const refuse = ({ res }: Exchange, error: string, description: string) =>
  sendJson(res, 400, { error, error_description: description })

function readBody({ body }: Exchange): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function applicationOf(metadata: Metadata, now: number): Application {
  const isPublic = metadata.token_endpoint_auth_method === 'none'
  const { redirect_uris: redirectUris, backchannel_logout_uri: backchannelLogoutUri } = metadata
  return makeApplication(
    {
      displayName: metadata.client_name,
      postLogoutRedirectUris: metadata.post_logout_redirect_uris,
      idTokenSigningAlg: metadata.id_token_signed_response_alg,
      ...(backchannelLogoutUri !== undefined && { backchannelLogoutUri }),
      web: {
        redirectUris: isPublic ? [] : redirectUris,
        ...(metadata.frontchannel_logout_uri !== undefined && {
          logoutUrl: metadata.frontchannel_logout_uri,
        }),
      },
      publicClient: { redirectUris: isPublic ? redirectUris : [] },
      passwordCredentials: isPublic ? [] : [makeSecret(now, { displayName: 'registered' })],
    },
    now,
  )
}

/** A client registers itself (RFC 7591), where the directory lets it. Its users are asked for consent. */
export async function registerClient(exchange: Exchange, issuer: Issuer) {
  const { directory } = issuer.authority
  if (!directory) return
  const parsed = metadataSchema.safeParse(readBody(exchange))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.') || 'The body'
    return refuse(exchange, 'invalid_client_metadata', `${where}: ${issue?.message ?? 'JSON is expected'}`)
  }
  const metadata = parsed.data
  const problem = [...metadata.redirect_uris, ...metadata.post_logout_redirect_uris]
    .map((uri) => redirectUriProblem(uri))
    .find((text) => text !== undefined)
  if (problem) return refuse(exchange, 'invalid_redirect_uri', problem)
  if (directory.applications.length >= maxApplications)
    return refuse(exchange, 'invalid_client_metadata', `There are ${maxApplications} applications already.`)
  const application = applicationOf(metadata, issuer.clock())
  directory.applications.push(application)
  await issuer.state.store.put(directory)
  issuer.emit({ type: 'directory-changed', what: `application registered: ${application.displayName}` })
  const [secret] = application.passwordCredentials
  return sendJson(exchange.res, 201, {
    ...metadata,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    client_id: application.appId,
    client_id_issued_at: Math.floor(Date.parse(application.createdDateTime) / 1000),
    ...(secret && {
      client_secret: secret.secretText,
      client_secret_expires_at: Math.floor(Date.parse(secret.endDateTime) / 1000),
    }),
  })
}
