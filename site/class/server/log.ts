import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from '../../tenant/store/migrate.ts'
import { openDatabase } from '../../tenant/store/postgres/open-database.ts'
import { openNodeSqlite } from '../../tenant/store/sqlite/node-sqlite.ts'
import { StoreError } from '../../tenant/store/store-error.ts'
import type { ClassEvent, LoggedEvent } from '../model/events.ts'

interface Tables {
  class_events: {
    class_id: string
    n: number
    at: number
    /** Whom it is about; empty where it is about the class. */
    who: string
    body: string
  }
}

const migrations = {
  '0001-class-events': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('class_events')
        .addColumn('class_id', 'text', (c) => c.notNull())
        .addColumn('n', 'integer', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addColumn('who', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('class_events_once', ['class_id', 'n'])
        .execute()
    },
  },
}

/** Values that one statement of SQLite takes, divided by the columns of the table. */
const MOST_ROWS = 200

/** Classes write in turn; the tenant needs the connections. */
const MOST_CONNECTIONS = 2

/** SQLite's code where another process has the file (SQLITE_BUSY). */
const BUSY = 5

const isLocked = (cause: unknown) => cause instanceof Error && 'errcode' in cause && cause.errcode === BUSY

const lockedBy = (folder: string, cause: unknown) =>
  new StoreError(
    'locked',
    `The folder ${folder} is used by another Doorstep that runs: end that one, or set DATA_DIR to another folder.`,
    { cause },
  )

/** The logs of all classes, in the store. One process serves them: it has them in memory too. */
export class ClassLog {
  readonly #db: Kysely<Tables>

  private constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /**
   * @param folder of the store; `':memory:'` keeps nothing
   * @param databaseUrl `postgres://…`, which is used in place of the folder
   * @throws {StoreError} when that can't be used
   */
  static async open(folder: string, databaseUrl?: string): Promise<ClassLog> {
    if (databaseUrl !== undefined) {
      const changes = { migrations, table: 'class_migrations' }
      const db = await openDatabase(databaseUrl, { changes, most: MOST_CONNECTIONS })
      return new ClassLog(db as unknown as Kysely<Tables>)
    }
    if (folder !== ':memory:') await mkdir(folder, { recursive: true })
    const file = folder === ':memory:' ? folder : join(folder, 'classes.sqlite')
    try {
      const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openNodeSqlite(file) }) })
      await migrate(db as Kysely<unknown>, { migrations })
      return new ClassLog(db)
    } catch (cause) {
      throw isLocked(cause) ? lockedBy(folder, cause) : cause
    }
  }

  /**
   * Appends events that are numbered already. The same event may come again, where it was not known whether it got there. A number
   * that another event has is an error: two processes would write the same class.
   */
  async append(code: string, events: readonly LoggedEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += MOST_ROWS) {
      const rows = events.slice(from, from + MOST_ROWS).map(({ n, at, ...event }) => ({
        ...{ class_id: code, n, at, who: event.who ?? '' },
        body: JSON.stringify(event),
      }))
      const { numInsertedOrUpdatedRows } = await this.#db
        .insertInto('class_events')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['class_id', 'n'])
            .doUpdateSet({ who: (eb) => eb.ref('excluded.who') })
            .whereRef('class_events.body', '=', 'excluded.body')
            .whereRef('class_events.at', '=', 'excluded.at'),
        )
        .executeTakeFirst()
      if (Number(numInsertedOrUpdatedRows) !== rows.length)
        throw new Error(`Another process writes the class ${code}, too: let one process serve the classes.`)
    }
  }

  /** All events of a class, in order; none where there is no such class. */
  async read(code: string): Promise<LoggedEvent[]> {
    const rows = await this.#db
      .selectFrom('class_events')
      .select(['n', 'at', 'body'])
      .where('class_id', '=', code)
      .orderBy('n')
      .execute()
    return rows.map(({ n, at, body }) => ({
      ...(JSON.parse(body) as ClassEvent),
      n: Number(n),
      at: Number(at),
    }))
  }

  async codes(): Promise<string[]> {
    const rows = await this.#db.selectFrom('class_events').select('class_id').distinct().execute()
    return rows.map(({ class_id }) => class_id)
  }

  /** Deletes everything about one person. */
  async forget(code: string, who: string): Promise<void> {
    await this.#db.deleteFrom('class_events').where('class_id', '=', code).where('who', '=', who).execute()
  }

  /** Deletes a class, all of it. */
  async drop(code: string): Promise<void> {
    await this.#db.deleteFrom('class_events').where('class_id', '=', code).execute()
  }

  close(): Promise<void> {
    return this.#db.destroy()
  }
}
