/** Why a check could not be made; everything else that goes wrong is a verdict. */
export type CheckErrorCode =
  | 'unknown-flow'
  | 'unknown-defect'
  | 'unknown-check'
  | 'bad-option'
  | 'pack-unreadable'
  | 'pack-invalid'
  | 'bundler-missing'
  | 'machine-unreadable'
  | 'profile-unreadable'
  | 'profile-invalid'
  | 'report-unwritable'
  | 'result-unreadable'
  | 'baseline-unreadable'
  | 'record-unreadable'
  | 'shards-differ'
  | 'browser-missing'
  | 'target-unstartable'
  | 'run-unfinished'
  | 'interrupted'
  | 'answer-missing'
  | 'docs-unreadable'
  | 'github-refused'
  | 'files-exist'
  | 'target-unreachable'

/** Nothing could be said about the target: the message is one sentence with what is wrong and what to do. */
export class CheckError extends Error {
  readonly code: CheckErrorCode

  constructor(code: CheckErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'CheckError'
    this.code = code
  }
}
