import type { Context } from 'hono'

type Status = 400 | 401 | 403 | 404 | 409

/** An error in Microsoft Graph's shape: `{ error: { code, message } }`. */
export class GraphError extends Error {
  readonly code: string
  readonly status: Status
  constructor(status: Status, code: string, message: string) {
    super(message)
    this.code = code
    this.status = status
  }
}

export const sendGraphError = (c: Context, { status, code, message }: GraphError) =>
  c.json({ error: { code, message } }, status)
