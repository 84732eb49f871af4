import type { Fields } from '../events.ts'
import type { Ctx } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import type { ScreenProps } from '../screens/props.ts'

interface Entries {
  password: string
  again: string
}

/** What the two entries of a new password held. */
export interface NewPassword {
  password: string
  /** The two fields, for the stream. */
  fields: Fields
  /** What the screen says; undefined when the password may be set. */
  wrong: Pick<ScreenProps, 'message' | 'at'> | undefined
}

/**
 * Reads and judges the two entries of a new password.
 * @param email whose it will be; empty where that isn't known
 */
export async function readNewPassword(c: Ctx, email: string): Promise<NewPassword> {
  const { rules } = c.var.tenant
  const entries = await readForm(c, 'password', 'again')
  const weak = weakness(c, entries.password, email)
  const mismatch = rules.matchPasswords(entries.password, entries.again)
  const message = rules.requirePassword(entries.password) ?? mismatch ?? weak
  return {
    password: entries.password,
    fields: fieldsOf(entries, weak !== undefined, mismatch === undefined),
    wrong: message === undefined ? undefined : { message, ...(message === mismatch ? { at: 'again' } : {}) },
  }
}

/** Why a password is no good; undefined when it is. */
function weakness(c: Ctx, password: string, email: string): string | undefined {
  const { rules } = c.var.tenant
  const names = [email.slice(0, email.indexOf('@')), c.var.sandbox.tenant_name, 'Netwrix', '1Secure']
  return (
    rules.limitPasswordLength(password) ??
    rules.refuseWellKnownPassword(password) ??
    rules.refuseNamesInPassword(password, names)
  )
}

const fieldsOf = ({ password, again }: Entries, isWeak: boolean, isSame: boolean): Fields => ({
  'New password': [password === '' ? 'empty' : isWeak ? 'weak' : 'strong'],
  'Re-enter new password': [again === '' ? 'empty' : isSame ? 'same' : 'different'],
})
