import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'

type Run = (query: CompiledQuery) => Promise<QueryResult<unknown>>

/**
 * Does something around each statement, `begin` and `commit` included.
 * @param isAlone whether it is outside of any transaction
 */
export type Around = (query: CompiledQuery, run: Run, isAlone: boolean) => Promise<QueryResult<unknown>>

/** The same dialect, with something around each statement. */
export const surround = (dialect: Dialect, around: Around): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createDriver: () => surroundDriver(dialect.createDriver(), around),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
})

/** Drivers know their connections by hidden members, so that these stay the objects they are. */
function surroundDriver(driver: Driver, around: Around): Driver {
  const known = new WeakSet<DatabaseConnection>()
  const inTransaction = new WeakSet<DatabaseConnection>()
  const meet = (connection: DatabaseConnection) => {
    if (known.has(connection)) return connection
    known.add(connection)
    const inner = connection.executeQuery.bind(connection)
    connection.executeQuery = <R>(query: CompiledQuery) =>
      around(query, inner, !inTransaction.has(connection)) as Promise<QueryResult<R>>
    return connection
  }
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => meet(await driver.acquireConnection(options)),
    beginTransaction(connection, settings) {
      inTransaction.add(connection)
      return driver.beginTransaction(connection, settings)
    },
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection(connection, options) {
      inTransaction.delete(connection)
      return driver.releaseConnection(connection, options)
    },
    destroy: (options) => driver.destroy(options),
  }
}
