import { afterAll, beforeAll } from 'vitest'
import type { Directory } from '../directory/types.ts'
import { type MockIdp, startMockIdp } from '../index.ts'
import { trust } from './trust.ts'

/**
 * A provider over http and https for the tests of a file, whose certificate their process trusts.
 * @returns the provider, from the first test on
 */
export function trustedIdp(...directories: Directory[]): () => MockIdp {
  let idp: MockIdp | undefined
  beforeAll(async () => {
    idp = await startMockIdp({ directories, https: { port: 0 } })
    trust(idp.certificateFile ?? '')
  })
  afterAll(() => idp?.close())
  return () => {
    if (!idp) throw new Error('The provider has not started yet.')
    return idp
  }
}
