/** Why no pack could be drafted. */
export type DraftErrorCode = 'no-procedure' | 'two-alike' | 'folder-exists'

/** The message is one sentence with what is wrong and what to do. */
export class DraftError extends Error {
  readonly code: DraftErrorCode

  constructor(code: DraftErrorCode, message: string) {
    super(message)
    this.name = 'DraftError'
    this.code = code
  }
}
