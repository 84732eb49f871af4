import type { Database } from '../open-store.ts'
import { type Vault, VaultError } from '../open-vault.ts'

const WORD = 'sealed with the key of this store'

/**
 * All processes on one database must have the same key, or one can't read what another has sealed. The first to come leaves a
 * word that opens with it.
 * @throws {VaultError} when this vault doesn't open it
 */
export async function checkVault(db: Database, vault: Vault, folder: string): Promise<void> {
  await db
    .insertInto('vault_checks')
    .values({ id: 'key', sealed: vault.seal(WORD, 'key') })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const { sealed } = await db.selectFrom('vault_checks').select('sealed').executeTakeFirstOrThrow()
  try {
    vault.open(sealed, 'key')
  } catch {
    throw new VaultError(
      `its secrets are sealed with another key than the one in "${folder}". Copy vault.key from the data folder of the process that began it; if it is lost, delete the row of vault_checks: then the client secrets of SSO must be entered again`,
    )
  }
}
