/** A claim does not hold, and without it the rest of the check makes no sense. */
export class Disproved extends Error {
  override name = 'Disproved'
  readonly claim: string

  constructor(claim: string) {
    super(`The claim ${claim} does not hold.`)
    this.claim = claim
  }
}

/** Nothing was proven either way: the check did not get as far as its claim, or the target was silent. */
export class Unproven extends Error {
  override name = 'Unproven'
}

/** A transition does not lead to its screen, so nothing behind it was tried. */
export class NotLed extends Unproven {
  override name = 'NotLed'
  /** `<flow>/<transition>` */
  readonly transition: string

  constructor(transition: string, message: string) {
    super(message)
    this.transition = transition
  }
}

/** The target lacks what the check needs, as it turned out on the way; the message names it. */
export class NotTestable extends Error {
  override name = 'NotTestable'
}

/** What is given could not be made true, or an honest attempt fails at the very start: the set-up is wrong. */
export class NotArranged extends Error {
  override name = 'NotArranged'
}

/** A check contradicts its own declaration: a fault of Doorstep. */
export class CheckFault extends Error {
  override name = 'CheckFault'
}
