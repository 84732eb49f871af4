import type { Rule } from '../authorize-request.ts'
import { parameterMissing } from '../refusal.ts'

/** AADSTS900144: a required parameter is missing. */
export const clientIdGiven: Rule = ({ params }) =>
  params.get('client_id') ? undefined : { ...parameterMissing('client_id'), onPage: true }
