import { createHash } from 'node:crypto'

/** A subject that is stable for one user and one application and says nothing to another (Core section 8.1). */
export const pairwiseSubject = (accountId: string, appId: string): string =>
  createHash('sha256').update(`${accountId}|${appId}`).digest('base64url')
