/** A claim that doesn't hold: the target is otherwise than the clause demands. */
export class Disproved extends Error {
  override name = 'Disproved'
}

/** Nothing was proven either way: the check didn't get as far as its claim, or the target was silent. */
export class Unproven extends Error {
  override name = 'Unproven'
}

/** The target lacks what the check takes, as was found out on the way; the message names it. */
export class NotTestable extends Error {
  override name = 'NotTestable'
}

/** What is given could not be made true: the set-up's fault, not the behaviour's. */
export class NotArranged extends Error {
  override name = 'NotArranged'
}
