import type { Rule } from '../authorize-request.ts'

/** AADSTS900144: a required parameter is missing. */
export const clientIdGiven: Rule = ({ params }) =>
  params.get('client_id')
    ? undefined
    : {
        code: 900144,
        error: 'invalid_request',
        message: "The request body must contain the parameter 'client_id'.",
        onPage: true,
      }
