import fc from 'fast-check'
import { redirectUri } from '../clients/fixture.ts'

const names = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'prompt',
  'claims',
  'max_age',
  'id_token_hint',
  'code',
  'grant_type',
  'client_secret',
  'refresh_token',
  'request',
  'request_uri',
  'response_mode',
  'post_logout_redirect_uri',
  'state',
  'do',
  'name',
  'password',
  'ticket',
  'account',
  'consent',
  'description',
  'days',
  'added',
  'audience',
  'platform',
  'redirectUri',
  'logoutUrl',
]
const values = [
  redirectUri,
  'code',
  'openid',
  'none',
  'login',
  'cancel',
  'password',
  'yes',
  'form_post',
  'authorization_code',
  '{}',
  '{"userinfo":null}',
  '-1',
  '\0',
  '%',
]

/** A value of a parameter: one that means something somewhere, or any text. */
export const oddValue = (known: readonly string[]) =>
  fc.oneof(fc.constantFrom(...known, ...values), fc.string({ maxLength: 40, unit: 'binary' }))

/** Parameters of a request, in any number and order, the same ones twice too. */
export const oddParams = (known: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...names), oddValue(known)), { maxLength: 8 })
