import type { Exchange } from '../http/exchange.ts'
import { basicCredentials } from '../provider/basic-credentials.ts'
import { deviceGrant, isPublic } from '../provider/client-metadata.ts'
import { provenOtherwise } from '../provider/govern-clients.ts'
import type { Issuer } from '../provider/issuer.ts'
import { entraRequest } from './authorize.ts'
import { refuseToken } from './refuse-token.ts'
import { deviceRules } from './rules/index.ts'
import { isRefusal, readScopes } from './scopes.ts'
import { fromVersionOne, versionParam } from './version-one.ts'

/**
 * Looks at the request of a device for its codes before oidc-provider does, which wants a secret here; Entra wants it for the token
 * alone (learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code). Answers the form to go on with, or undefined when
 * the request was answered with an error.
 */
export async function checkEntraDevice(
  exchange: Exchange,
  issuer: Issuer,
): Promise<URLSearchParams | undefined> {
  const form = new URLSearchParams(exchange.form)
  form.delete(versionParam)
  if (exchange.versionOne) fromVersionOne(form)
  // Whatever proof comes along is not looked at, and the library takes one alone.
  const { headers } = exchange.req
  const basic = basicCredentials(headers.authorization)
  if (basic) form.set('client_id', basic.id)
  delete headers.authorization
  const request = await entraRequest(issuer, form)
  const refused = deviceRules.map((rule) => rule(request)).find((refusal) => refusal !== undefined)
  const scopes = refused ?? readScopes(request, form.get('scope') ?? '')
  if (isRefusal(scopes)) {
    refuseToken(exchange, issuer, scopes)
    return undefined
  }
  form.delete('resource')
  form.set('scope', [form.get('scope'), ...scopes.implied].join(' '))
  for (const resource of scopes.resources) form.append('resource', resource)
  if (request.application && !isPublic(request.application)) form.set('client_secret', provenOtherwise)
  return form
}

/** Entra knows the grant by a shorter name too, by which MSAL asks; ADAL also calls the code so. */
export function takeShortDeviceGrant(form: URLSearchParams) {
  if (form.get('grant_type') !== 'device_code') return
  form.set('grant_type', deviceGrant)
  form.set('device_code', form.get('device_code') ?? form.get('code') ?? '')
}

/** The answer with what Entra adds, and without the address that has the code in it, which Entra doesn't give. */
export function deviceAnswer(
  body: Record<string, unknown>,
  { interval, versionOne }: { interval: number; versionOne: boolean },
): Record<string, unknown> {
  const { verification_uri_complete: _, verification_uri: address, ...rest } = body
  const message = `To sign in, open the page ${address} in a web browser and enter the code ${body.user_code}.`
  return versionOne
    ? {
        ...rest,
        verification_url: address,
        expires_in: String(body.expires_in),
        interval: String(interval),
        message,
      }
    : { ...rest, verification_uri: address, interval, message }
}
