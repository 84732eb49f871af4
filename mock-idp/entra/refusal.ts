/** An Entra error: its number, the OAuth code that goes with it, and one sentence that says what to do. */
export interface Refusal {
  code: number
  error: string
  message: string
  /** Shown on the provider's own page, because the client that asked can't be trusted with it (RFC 6749 section 4.1.2.1). */
  onPage?: boolean
}

/** AADSTS900144: a required parameter is missing (Microsoft's reference of error codes). */
export const parameterMissing = (name: string): Refusal => ({
  code: 900144,
  error: 'invalid_request',
  message: `The request body must contain the following parameter: '${name}'.`,
})

/** A refusal with the ids that the logs contain. */
export interface TracedRefusal extends Refusal {
  traceId: string
  correlationId: string
  timestamp: string
}

export function trace(
  refusal: Refusal,
  now: number,
  correlationId: string | undefined,
  newId: () => string,
): TracedRefusal {
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`
  return { ...refusal, traceId: newId(), correlationId: correlationId ?? newId(), timestamp }
}

/** The description as it travels: number, sentence, ids, time. */
export const asText = ({ code, message, traceId, correlationId, timestamp }: TracedRefusal): string =>
  `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`

/** The page that `error_uri` leads to. */
export const errorPath = '/error'

/** The JSON of the token endpoint. */
export const refusalJson = (refusal: TracedRefusal, base: string) => ({
  error: refusal.error,
  error_description: asText(refusal),
  error_codes: [refusal.code],
  timestamp: refusal.timestamp,
  trace_id: refusal.traceId,
  correlation_id: refusal.correlationId,
  error_uri: `${base}${errorPath}?code=${refusal.code}`,
})
