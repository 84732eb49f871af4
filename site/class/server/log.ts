import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate } from '../../tenant/store/migrate.ts'
import { openDatabase } from '../../tenant/store/postgres/open-database.ts'
import { openNodeSqlite } from '../../tenant/store/sqlite/node-sqlite.ts'
import { StoreError } from '../../tenant/store/store-error.ts'
import type { ClassEvent, LoggedEvent } from '../model/events.ts'
import { Presence } from './presence.ts'

export interface Tables {
  class_events: {
    class_id: string
    n: number
    at: number
    /** Whom it is about; empty where it is about the class. */
    who: string
    body: string
  }
  class_presence: {
    class_id: string
    /** Which of the processes that serve the class. */
    process: string
    /** Ids of those who have a stream there, as JSON. */
    people: string
    /** By the clock of the database, in ms since 1970. */
    at: number
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
  '0002-class-presence': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('class_presence')
        .addColumn('class_id', 'text', (c) => c.notNull())
        .addColumn('process', 'text', (c) => c.notNull())
        .addColumn('people', 'text', (c) => c.notNull())
        .addColumn('at', 'bigint', (c) => c.notNull())
        .addPrimaryKeyConstraint('class_presence_once', ['class_id', 'process'])
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

/** Another process has written events with these numbers: read them, and number your own anew. */
export class TakenError extends Error {
  override name = 'TakenError'
}

/** The logs of all classes, in the store. Processes that serve classes have them in memory too. */
export class ClassLog {
  readonly #db: Kysely<Tables>
  /** Where other processes may use the same store: who has a stream there. */
  readonly presence: Presence | undefined

  private constructor(db: Kysely<Tables>, presence?: Presence) {
    this.#db = db
    this.presence = presence
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
      const tables = db as unknown as Kysely<Tables>
      return new ClassLog(tables, new Presence(tables))
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
   * Appends events that are numbered already: all of them, or none. The same event may come again, where it was not known whether
   * it got there.
   * @throws {TakenError} where another event has one of the numbers
   */
  append(code: string, events: readonly LoggedEvent[]): Promise<void> {
    return this.#db.transaction().execute((all) => this.#append(all, code, events))
  }

  async #append(db: Kysely<Tables>, code: string, events: readonly LoggedEvent[]): Promise<void> {
    for (let from = 0; from < events.length; from += MOST_ROWS) {
      const rows = events.slice(from, from + MOST_ROWS).map(({ n, at, ...event }) => ({
        ...{ class_id: code, n, at, who: event.who ?? '' },
        body: JSON.stringify(event),
      }))
      const { numInsertedOrUpdatedRows } = await db
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
        throw new TakenError(`Another process has written to the class ${code} meanwhile.`)
    }
  }

  /** The events of a class after number `n`, in order; none where there is no such class. */
  async read(code: string, n = 0): Promise<LoggedEvent[]> {
    const rows = await this.#db
      .selectFrom('class_events')
      .select(['n', 'at', 'body'])
      .where('class_id', '=', code)
      .where('n', '>', n)
      .orderBy('n')
      .execute()
    return rows.map(({ n, at, body }) => ({
      ...(JSON.parse(body) as ClassEvent),
      n: Number(n),
      at: Number(at),
    }))
  }

  async has(code: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('class_events')
      .select('n')
      .where('class_id', '=', code)
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
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
    await this.#db.deleteFrom('class_presence').where('class_id', '=', code).execute()
  }

  async close(): Promise<void> {
    await this.presence?.leave().catch(() => undefined)
    await this.#db.destroy()
  }
}
