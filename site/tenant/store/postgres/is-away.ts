/**
 * SQLSTATE (PostgreSQL, appendix A): the connection failed (class 08), resources are short (53), an operator ended or the server
 * refused it (57P), it took too long (57014, 25P03), or a lock was not to be had in time (55P03).
 */
const AWAY = /^(?:08...|53...|57P..|57014|25P03|55P03)$/

const NETWORK = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** What `pg` says without a code. */
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Postgres connection has been discarded)/

/** Whether an error means that PostgreSQL can't be reached or is too busy, so that the same may succeed later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return AWAY.test(code) || NETWORK.test(code) || WORDS.test(error.message)
}
