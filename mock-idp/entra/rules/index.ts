import type { Rule } from '../authorize-request.ts'
import { applicationKnown } from './application-known.ts'
import { clientIdGiven } from './client-id-given.ts'
import { codeChallengeSize } from './code-challenge.ts'
import { redirectUriRegistered } from './redirect-uri-registered.ts'
import { responseTypeEnabled } from './response-type-enabled.ts'
import { responseTypeGiven } from './response-type-given.ts'
import { scopeGiven } from './scope-given.ts'
import { secretAdmitted } from './secret-admitted.ts'
import { secretGiven } from './secret-given.ts'
import { secretNotExpired } from './secret-not-expired.ts'
import { secretRight } from './secret-right.ts'
import { tenantAdmitted } from './tenant-admitted.ts'
import { bearerToken } from './token-type.ts'

/** What is looked at before oidc-provider sees an authorization request, in this order. */
export const authorizeRules: readonly Rule[] = [
  clientIdGiven,
  applicationKnown,
  tenantAdmitted,
  redirectUriRegistered,
  responseTypeGiven,
  responseTypeEnabled,
  scopeGiven,
  codeChallengeSize,
]

/** The same for a device that asks for its codes. */
export const deviceRules: readonly Rule[] = [clientIdGiven, applicationKnown, tenantAdmitted, scopeGiven]

/** The same for the token endpoint. */
export const tokenRules: readonly Rule[] = [
  clientIdGiven,
  applicationKnown,
  tenantAdmitted,
  secretAdmitted,
  secretGiven,
  secretRight,
  secretNotExpired,
  bearerToken,
]
