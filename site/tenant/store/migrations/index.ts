import type { Migration } from 'kysely/migration'
import * as begin from './0001-begin.ts'
import * as logout from './0002-logout.ts'
import * as confirming from './0003-confirming.ts'
import * as alerts from './0004-alerts.ts'

/** Every change of the tables, in order, under the name by which stores remember that it was made. */
export const migrations: Record<string, Migration> = {
  '0001-begin': begin,
  '0002-logout': logout,
  '0003-confirming': confirming,
  '0004-alerts': alerts,
}
