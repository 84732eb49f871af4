import { randomBytes } from 'node:crypto'
import { type Environment, isLoopback } from './environment.ts'

/**
 * What a trainer needs to create a class: the key that is set or, where the site can be reached from outside, one for as long as
 * the server runs. Nothing on loopback.
 */
export function trainerKeyFor({
  host,
  trainerKey,
}: Pick<Environment, 'host' | 'trainerKey'>): string | undefined {
  if (trainerKey !== undefined) return trainerKey
  return isLoopback(host) ? undefined : randomBytes(12).toString('base64url')
}
