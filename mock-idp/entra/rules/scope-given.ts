import type { Rule } from '../authorize-request.ts'
import { parameterMissing } from '../refusal.ts'

/** AADSTS900144: version 2.0 asks for scopes, so a request without one asks for nothing. */
export const scopeGiven: Rule = ({ params }) =>
  params.get('scope')?.trim() ? undefined : parameterMissing('scope')
