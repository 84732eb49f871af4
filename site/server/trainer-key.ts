import { randomBytes } from 'node:crypto'
import { type Environment, isPublic } from './environment.ts'

/**
 * What a trainer needs to create a class: the key that is set or, where the site can be reached from outside, one for as long as
 * the server runs. Nothing on loopback.
 */
export function trainerKeyFor({
  trainerKey,
  ...reach
}: Pick<Environment, 'host' | 'siteUrl' | 'tenantUrl' | 'idpUrl' | 'trainerKey'>): string | undefined {
  if (trainerKey !== undefined) return trainerKey
  return isPublic(reach) ? randomBytes(12).toString('base64url') : undefined
}
