import type { Migration } from 'kysely/migration'
import { up as begin } from './0001-begin.ts'
import { up as logout } from './0002-logout.ts'
import { up as confirming } from './0003-confirming.ts'
import { up as alerts } from './0004-alerts.ts'
import { up as exchanges } from './0005-exchanges.ts'
import { up as vaultChecks } from './0006-vault-checks.ts'
import { up as askedFor } from './0007-asked-for.ts'

/** Every change of the tables, in order, under the name by which stores remember that it was made. */
export const migrations: Record<string, Migration> = {
  '0001-begin': { up: begin },
  '0002-logout': { up: logout },
  '0003-confirming': { up: confirming },
  '0004-alerts': { up: alerts },
  '0005-exchanges': { up: exchanges },
  '0006-vault-checks': { up: vaultChecks },
  '0007-asked-for': { up: askedFor },
}
