/** A request was refused; `code` is for programs, the message for people. */
export class ClassError extends Error {
  override name = 'ClassError'
  readonly status: 400 | 401 | 403 | 404 | 409 | 429
  readonly code: string

  constructor(status: ClassError['status'], code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}
