import { rules } from '../rules/index.ts'
import type { Database } from '../store/open-store.ts'
import type { Account } from '../store/schema.ts'
import { PASSWORD } from './second-user.ts'

async function lineOf({
  email,
  role,
  verified_at,
  access_ends_at,
  former_hash,
  password_hash: hash,
}: Account) {
  const isSet = hash !== null && (await rules.verifyPassword({ hash, password: PASSWORD }))
  return ['account', email, role, verified_at !== null, access_ends_at, former_hash !== null, isSet].join(' ')
}

/** What is true in a sandbox, in words that are the same in each: who is there, with what, how far, and what was logged. */
export async function dump(db: Database, sandbox: string): Promise<string> {
  const accounts = await db.selectFrom('accounts').selectAll().where('sandbox_id', '=', sandbox).execute()
  const emailOf = new Map(accounts.map(({ id, email }) => [id, email]))
  const ids = accounts.map(({ id }) => id)
  const [links, apps, keys, visits, devices, entries, alerts, ways] = await Promise.all([
    db
      .selectFrom('mailed_links')
      .selectAll()
      .where('sandbox_id', '=', sandbox)
      .where('used_at', 'is not', null)
      .execute(),
    db.selectFrom('authenticator_apps').selectAll().where('account_id', 'in', ids).execute(),
    db.selectFrom('security_keys').selectAll().where('sandbox_id', '=', sandbox).execute(),
    db.selectFrom('visits').selectAll().where('sandbox_id', '=', sandbox).execute(),
    db.selectFrom('remembered_devices').selectAll().where('account_id', 'in', ids).execute(),
    db.selectFrom('audit_entries').selectAll().where('sandbox_id', '=', sandbox).execute(),
    db.selectFrom('handled_alerts').selectAll().where('sandbox_id', '=', sandbox).execute(),
    db.selectFrom('sign_in_links').selectAll().where('sandbox_id', '=', sandbox).execute(),
  ])
  const lines = [
    ...(await Promise.all(accounts.map(lineOf))),
    ...links.map(({ purpose, account_id }) => `used link ${purpose} ${emailOf.get(account_id)}`),
    ...apps.map(({ account_id, last_step }) => `app ${emailOf.get(account_id)} ${last_step}`),
    ...keys.map(({ account_id, name, counter }) => `key ${emailOf.get(account_id)} ${name} ${counter > 0}`),
    ...visits.map(
      ({ email, stage, purpose, confirmed_at }) =>
        `visit ${email} ${stage} ${purpose} ${confirmed_at !== null}`,
    ),
    ...devices.map(({ account_id }) => `device ${emailOf.get(account_id)}`),
    ...entries.map(({ actor, what, about }) => `entry ${actor} ${what} ${about}`),
    ...alerts.map(({ alert, by }) => `handled ${alert} ${by}`),
    ...ways.map(() => 'sign-in link'),
  ]
  return lines.toSorted().join('\n').replaceAll(sandbox, 'sandbox')
}
