import type { Rule } from '../authorize-request.ts'

/** AADSTS900144: without response_type it is unknown what to answer. */
export const responseTypeGiven: Rule = ({ params }) =>
  params.get('response_type')
    ? undefined
    : {
        code: 900144,
        error: 'invalid_request',
        message: "The request body must contain the parameter 'response_type'.",
      }
