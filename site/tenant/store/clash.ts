/** SQLSTATE (PostgreSQL, appendix A): serialization_failure, deadlock_detected. */
const CLASHES: readonly unknown[] = ['40001', '40P01']

/** Whether PostgreSQL took a statement or a transaction back because of another one: it may be done again as it is. */
export const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && CLASHES.includes(error.code)
