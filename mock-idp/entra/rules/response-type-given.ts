import type { Rule } from '../authorize-request.ts'
import { parameterMissing } from '../refusal.ts'

/** AADSTS900144: without response_type it is unknown what to answer. */
export const responseTypeGiven: Rule = ({ params }) =>
  params.get('response_type') ? undefined : parameterMissing('response_type')
