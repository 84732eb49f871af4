import { entraKeys, entraMetadata, versionOneMetadata } from '../entra/discovery.ts'
import type { Exchange } from '../http/exchange.ts'
import { sendJson } from '../http/respond.ts'
import { oidcKeys, oidcMetadata } from '../oidc/discovery.ts'
import { sceneOf } from './issue-token.ts'
import type { Issuer } from './issuer.ts'

/** Answers with the metadata of an authority, or with what the misbehaviour makes of them. */
export function publishMetadata({ res, versionOne }: Exchange, issuer: Issuer) {
  const { authority } = issuer
  const ofTenant = versionOne ? versionOneMetadata : entraMetadata
  const metadata = authority.kind === 'entra' ? ofTenant(authority) : oidcMetadata(authority)
  const misbehaviour = issuer.misbehaviourOf(undefined)
  sendJson(res, 200, misbehaviour?.discovery?.(metadata, sceneOf(issuer, '')) ?? metadata)
}

/** Answers with the published keys: never a private member. */
export async function publishKeys({ res }: Exchange, issuer: Issuer) {
  const { authority, state } = issuer
  const keys = await state.keysOf(authority.directory).keys()
  const shown = authority.kind === 'entra' ? entraKeys(keys, authority.issuer) : oidcKeys(keys)
  sendJson(res, 200, { keys: issuer.misbehaviourOf(undefined)?.keys?.(shown) ?? shown })
}
