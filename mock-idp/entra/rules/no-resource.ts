import type { Rule } from '../authorize-request.ts'

/** AADSTS901002: `resource` belongs to version 1.0 (Microsoft's reference of error codes). */
export const noResource: Rule = ({ params }) =>
  params.has('resource')
    ? {
        code: 901002,
        error: 'invalid_request',
        message: "The 'resource' request parameter is not supported: name the API in the scope.",
      }
    : undefined
