import { CheckFault } from './outcome.ts'

/** The verdict on a claim. */
export interface Claim {
  /** Its name within its check. */
  id: string
  /** What must hold. */
  statement: string
  verdict: 'passed' | 'failed' | 'inconclusive' | 'not-testable'
  /** What was seen instead, or why nothing is known. */
  observed?: string
  /** It failed because somebody is logged in who may not be. */
  wrongSession?: true
  /** Name of the failed claim without which this one could not be judged. */
  behind?: string
}

/** A verdict replaces one that is behind it: a claim about several things holds when it holds for each. */
const order: readonly Claim['verdict'][] = ['failed', 'inconclusive', 'passed', 'not-testable']

/** The claims of one check, each with its verdict. */
export class Claims {
  readonly #statements: Readonly<Record<string, string>>
  readonly #judged = new Map<string, Claim>()
  readonly #pending = new Map<string, string>()

  constructor(statements: Readonly<Record<string, string>>) {
    this.#statements = statements
  }

  /** @throws CheckFault when the check declares no such claim */
  judge(id: string, verdict: Claim['verdict'], observed?: string, more?: Pick<Claim, 'wrongSession'>): void {
    const statement = this.#statements[id]
    if (statement === undefined)
      throw new CheckFault(
        `The check judges a claim "${id}" that it does not declare: it has ${Object.keys(this.#statements).join(', ')}.`,
      )
    const before = this.#judged.get(id)
    if (before && order.indexOf(before.verdict) <= order.indexOf(verdict)) return
    this.#judged.set(id, { id, statement, verdict, ...(observed !== undefined && { observed }), ...more })
  }

  /** Says why a claim is inconclusive if nothing judges it later. */
  expect(id: string, why: string): void {
    this.#pending.set(id, why)
  }

  /** Claims that were judged, in the order of the declaration. */
  get judged(): Claim[] {
    return Object.keys(this.#statements).flatMap((id) => this.#judged.get(id) ?? [])
  }

  /**
   * Every claim that is declared; one that was not judged is inconclusive.
   * @param why nothing is known of it
   * @param behind the failed claim that ended the check
   */
  all(why = 'The check ended before it judged this.', behind?: string): Claim[] {
    return Object.entries(this.#statements).map(
      ([id, statement]) =>
        this.#judged.get(id) ?? {
          id,
          statement,
          verdict: 'inconclusive',
          observed: this.#pending.get(id) ?? why,
          ...(behind !== undefined && { behind }),
        },
    )
  }
}
