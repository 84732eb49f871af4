import { inWords, type Snapshot } from '../page/snapshot.ts'

/** What the documentation names is not on the page. Counts against the target, not against the harness. */
export class NotThere extends Error {
  readonly expected: string
  readonly observed: string

  /** @param instead what is there, or a look at it */
  constructor(expected: string, instead: Snapshot | string) {
    const observed = typeof instead === 'string' ? instead : inWords(instead)
    super(`${expected} is not there: there is ${observed}.`)
    this.name = 'NotThere'
    this.expected = expected
    this.observed = observed
  }
}
