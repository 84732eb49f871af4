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

/**
 * What the pack's invented person knows.
 * @param hasPassword whether the account has one when the flow begins
 * @param chosen the password that was chosen on the way; empty before
 */
export function knownOf(pack: Pack, hasPassword: boolean, chosen: string, code: Known['code']): Known {
  const { email, password, strong, weak } = sampleOf(pack)
  return {
    email,
    password: hasPassword ? password : '',
    chosen,
    passwords: { strong, weak },
    code,
    note: (name) => noteOf(pack, name),
  }
}
