import { NotThere } from '../../session/find.ts'
import type { SignedInFacts } from '../../session/signed-in.ts'
import { isIn } from '../../session/signed-in.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'

/** The claims of every check with rejections, in addition to what is refused. */
export const rejectionClaims = {
  says: 'an error is shown',
  recovers: 'the right input still works afterwards',
} as const

interface Rejection {
  /** Name of the claim that it is refused. */
  claim: string
  /** What was tried: “a used code”. */
  of: string
  /** The error that was shown; `undefined` is silence. */
  error: string | undefined
  /** Why nothing is said there, as the profile has it. */
  silent?: string | undefined
  /** What the person sees shows that it was accepted. */
  accepted?: boolean
  /** Of the person who tried it. Absent for someone who is logged in and stays so. */
  facts?: SignedInFacts
  /** What is seen where it was accepted. */
  otherwise?: string
}

interface Control {
  /** The honest attempt: “the right code”. It differs from what was refused in that one property. */
  of: string
  /** Makes it in the same session, after what was refused. */
  works(): Promise<boolean>
  /** Makes it where nothing was refused before. Asked only where `works` fails. */
  afresh(): Promise<boolean>
}

/**
 * What must be refused, and its control. A rejection is proven by four facts: no session exists, the protected page stays
 * closed, an error is shown, and the right input still works. Without the last one nothing is proven: a product that refuses
 * everything refuses this as well. So the claims pass only with {@link control}.
 */
export class Rejections {
  readonly #bench: Bench
  readonly #refused: string[] = []
  /** What was accepted although it must be refused. */
  #accepted: string | undefined

  constructor(bench: Bench) {
    this.#bench = bench
  }

  /** Judges that something was refused; that it was, passes with the control. */
  prove({ claim, of, error, silent, accepted = false, facts, otherwise }: Rejection): void {
    const seen =
      facts && isIn(facts) ? inWords(facts) : accepted ? (otherwise ?? 'it is accepted') : undefined
    if (seen) {
      this.#accepted ??= of
      const wrongSession = facts && isIn(facts) && ({ wrongSession: true } as const)
      this.#bench.claims.judge(claim, 'failed', `${of}: ${seen}`, wrongSession || undefined)
      return
    }
    this.#refused.push(claim)
    // A claim without its control is never green.
    this.#bench.claims.expect(claim, `${of} was refused, and the control was not made.`)
    if (error === undefined && silent !== undefined)
      this.#bench.skip('says', `After ${of} no error is shown, as the profile says: ${silent}.`)
    else if (error === undefined)
      this.#bench.unproven('says', `After ${of} no error is shown: silence proves nothing.`)
    else this.#bench.claim('says', true)
  }

  /** Makes the honest attempt, and judges with it what was refused before. */
  async control({ of, works, afresh }: Control): Promise<void> {
    if (this.#refused.length === 0)
      this.#bench.skip('says', 'Nothing was refused, so there was nothing to say.')
    const worked = await this.#tried(works)
    const isMoved = worked === undefined
    const isNeeded = this.#refused.length > 0 || !isMoved
    if (!worked && isNeeded && !(await afresh())) {
      const why = `The control fails: ${of} is not accepted either, so the refusal proves nothing.`
      for (const claim of [...this.#refused, 'recovers']) this.#bench.unproven(claim, why)
      return
    }
    for (const claim of this.#refused) this.#bench.claim(claim, true)
    if (isMoved) this.#bench.skip('recovers', `${this.#accepted} was accepted, and the person has moved on.`)
    else this.#bench.claim('recovers', worked, `${of} is not accepted any more; afresh it is`)
  }

  /** `undefined` where the form of the honest attempt is gone behind what was accepted. */
  async #tried(works: Control['works']): Promise<boolean | undefined> {
    try {
      return await works()
    } catch (error) {
      const isGone = error instanceof NotThere || error instanceof Unproven
      if (this.#accepted !== undefined && isGone) return undefined
      throw error
    }
  }
}

const inWords = ({ session, dashboard }: SignedInFacts) =>
  session === true ? 'a session is opened' : dashboard === 'opens' ? 'the protected page opens' : ''

/** No one is logged in. */
export const isOut = (facts: SignedInFacts) => !isIn(facts)
