/** A request was refused; `code` is for programs, the message for people. */
export class ClassError extends Error {
  override name = 'ClassError'
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429
  readonly code: string
  /** Seconds after which the same may be asked for again. */
  readonly retryAfter: number | undefined

  constructor(status: ClassError['status'], code: string, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}
