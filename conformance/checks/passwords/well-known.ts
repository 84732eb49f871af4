import type { Target } from '../../targets/target.ts'
import type { Bench } from '../bench/bench.ts'
import { atNewPassword } from '../bench/new-password.ts'
import { isAccepted } from './choose.ts'

/** From lists of leaked passwords, long enough for most rules of length. */
export const WELL_KNOWN = [
  '1q2w3e4r5t6y',
  '123456789012',
  'qwertyuiop123',
  'passwordpassword',
  'administrator',
]

/** The same with every kind of character, so that no rule of composition refuses it in its place. Few lists have all of them. */
export const WELL_KNOWN_MIXED = ['Password1234!', 'P@ssw0rd1234', 'Qwerty123456!', 'Welcome@1234']

/** The shape of these, and in no list. */
export const CONTROL = 'Kvzmwtqr7391!'

/** Those that the form for a new password takes, tried one after the other, until enough of them are refused. Roles: as `atNewPassword`. */
export async function sift(bench: Bench, passwords: readonly string[], enough: number) {
  const [refused, accepted]: [string[], string[]] = [[], []]
  if (passwords.length === 0) return { refused, accepted }
  let person = await atNewPassword(bench)
  for (const password of passwords) {
    const isTaken = await isAccepted(person, password)
    if (isTaken) accepted.push(password)
    else refused.push(password)
    if (refused.length >= enough) break
    if (isTaken) person = await atNewPassword(bench)
  }
  return { refused, accepted }
}

/** A shorter one would be refused for its length. */
export const longEnough = ({ documented }: Target, passwords: readonly string[]): string[] =>
  passwords.filter(({ length }) => length >= (documented?.passwordLength ?? 0))

/** Each target has one list. */
const found = new WeakMap<Target, Promise<string | undefined>>()

/**
 * A well-known password of every kind that the form for a new password refuses: lists differ in what they have. `undefined` where it takes
 * them all, or none is long enough. Roles: as `atNewPassword`.
 */
export function refusedMixed(bench: Bench): Promise<string | undefined> {
  const { target } = bench
  const long = longEnough(target, WELL_KNOWN_MIXED)
  const known = found.get(target) ?? sift(bench, long, 1).then(({ refused: [first] }) => first)
  found.set(target, known)
  return known
}
