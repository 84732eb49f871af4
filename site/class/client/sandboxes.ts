import { type MakeSandbox, makeSandbox, type Sandbox, SandboxError } from '../../simulator/live/sandbox.ts'
import type { Pass } from './keys.ts'
import { ask, RequestError } from './request.ts'

/**
 * Live sandboxes for someone in a class: the class has made them beforehand, or makes them. A tenant counts by network, and a whole
 * school is one; the class counts by person.
 */
export const sandboxesOf =
  (pass: Pass): MakeSandbox =>
  (tenant, given, credential) =>
    ask<Sandbox>('POST', pass, '/me/sandbox', { given, credential }).catch((error: Error) => {
      if (!(error instanceof RequestError)) throw error
      if (error.code === 'no-sandboxes') return makeSandbox(tenant, given, credential)
      throw new SandboxError(error.code, error.message, { cause: error })
    })
