export type TraceErrorCode =
  | 'not-found'
  | 'not-markdown'
  | 'no-markdown'
  | 'not-text'
  | 'unreadable'
  | 'too-large'
  | 'lock-not-found'
  | 'lock-broken'
  | 'lock-not-writable'

/** Input that cannot be read. Its message is one sentence for the person who typed the command. */
export class TraceError extends Error {
  override name = 'TraceError'
  readonly code: TraceErrorCode

  constructor(code: TraceErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
