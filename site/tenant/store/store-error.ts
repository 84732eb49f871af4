/** The store can't be opened; `code` is the system's (EACCES, ENOTDIR, EROFS), SQLite's or PostgreSQL's. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The store that was open can't be reached, or is too busy. It may be asked again soon; what was not finished is not done. */
export class StoreAwayError extends Error {
  override name = 'StoreAwayError'
  readonly code = 'store-away'
  /** Seconds after which it is worth asking again. */
  readonly retryAfter = 2
}
