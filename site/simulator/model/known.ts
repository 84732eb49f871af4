import type { Pack } from '../../../machines/model/pack.ts'
import { noteOf, sampleOf } from '../../../machines/model/sample.ts'
import { commonValues, type Known, type Values, withValues } from '../../../machines/model/values.ts'

/** The person's authenticator app, and what the product knows of it. */
export interface Codes {
  code: Known['code']
  /** Whether the product takes a code now. */
  accepts: (code: string) => Promise<boolean>
}

/** The values of a pack's symbols. The product takes a code for a little longer than the phone shows it. */
export const valuesOf = (pack: Pack, codes: () => Codes): Values =>
  withValues(
    withValues(commonValues, {
      'one-time-code': {
        right: {
          make: async ({ code }) => (await code('right')) ?? '',
          accepts: (typed) => codes().accepts(typed),
        },
      },
    }),
    pack.values,
  )

/** The address of somebody who takes part: by default, of the account's holder. */
export function addressOfPerson(pack: Pack, as: string | undefined): string {
  const participant = as === undefined ? undefined : pack.participants?.[as]
  return participant ? noteOf(pack, participant.name) : sampleOf(pack).email
}

/**
 * What one of the pack's invented people knows.
 * @param hasPassword whether the account has one when the flow begins
 * @param chosen the password that was chosen on the way; empty before
 * @param as who it is, by the name in the pack's `participants`
 */
export function knownOf(
  pack: Pack,
  hasPassword: boolean,
  chosen: string,
  code: Known['code'],
  as?: string,
): Known {
  const { email: holder, password, strong, weak } = sampleOf(pack)
  const email = addressOfPerson(pack, as)
  const noted = (name: string) => noteOf(pack, name)
  return {
    email,
    password: hasPassword ? password : '',
    chosen,
    passwords: { strong, weak },
    code,
    // Each has an account of their own at the provider, too.
    note: (name) => (noted(name) === holder ? email : noted(name)),
  }
}
