/** Whether a request failed because its sender has gone while it was read: nobody is there to be answered, and nothing is wrong. */
export const isGivenUp = (error: Error): boolean =>
  error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET'
