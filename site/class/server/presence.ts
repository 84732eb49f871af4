import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './log.ts'

/** How often a process says who is connected to it, in ms. */
export const BEAT = 5_000

/** A process that has said nothing for so long is gone, in ms. */
const SILENCE = 3 * BEAT

/** The processes may have different clocks; the database has one. In ms since 1970. */
const now = sql<number>`cast(extract(epoch from now()) * 1000 as bigint)`

/** Who is connected to which of the processes that serve a class from one PostgreSQL. */
export class Presence {
  readonly #db: Kysely<Tables>
  readonly #process = randomUUID()

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** Says who is connected to this process. */
  async tell(code: string, people: readonly string[]): Promise<void> {
    const row = { people: JSON.stringify(people), at: now }
    await this.#db
      .insertInto('class_presence')
      .values({ class_id: code, process: this.#process, ...row })
      .onConflict((conflict) => conflict.columns(['class_id', 'process']).doUpdateSet(row))
      .execute()
  }

  /** Who is connected to the others. */
  async elsewhere(code: string): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('class_presence')
      .select('people')
      .where('class_id', '=', code)
      .where('process', '!=', this.#process)
      .where('at', '>', sql<number>`${now} - ${SILENCE}`)
      .execute()
    return new Set(rows.flatMap(({ people }) => JSON.parse(people) as string[]))
  }

  /** This process ends. */
  async leave(): Promise<void> {
    await this.#db.deleteFrom('class_presence').where('process', '=', this.#process).execute()
  }
}
