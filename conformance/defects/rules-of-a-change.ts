import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { ofHalf } from './rules-of-a-reset.ts'
import { isAt } from './tamper.ts'

/** Whether the request of now changes the password of someone who is logged in. */
let isChange = false

const watching =
  (send: Send): Send =>
  (request) => {
    isChange = request.method === 'POST' && isAt(request, '/account/password')
    return send(request)
  }

/** At a change alone, one rule is another. */
const atChange = (
  claims: string | string[],
  id: string,
  title: string,
  rules: (sound: Rules) => Partial<Rules>,
) => flaw(claims, id, title, { tamper: watching, rules })

/** What holds for a first password does not hold for one that is changed. */
export const rulesOfAChange = [
  atChange('PWD17.short', 'short-at-a-change', 'A change takes a short password', (sound) => ({
    limitPasswordLength: (password) => (isChange ? undefined : sound.limitPasswordLength(password)),
  })),
  atChange('PWD17.well-known', 'well-known-at-a-change', 'A change takes a well-known password', (sound) => ({
    refuseWellKnownPassword: (password) => (isChange ? undefined : sound.refuseWellKnownPassword(password)),
  })),
  atChange(
    'PWD17.words',
    'names-at-a-change',
    'A change takes a password with the name of the product',
    (sound) => ({
      refuseNamesInPassword: (password, names) =>
        isChange ? undefined : sound.refuseNamesInPassword(password, names),
    }),
  ),
  atChange(
    'PWD17.repeated',
    'repeated-carelessly-at-a-change',
    'A change does not compare the repeated password',
    (sound) => ({
      matchPasswords: (password, again) => (isChange ? undefined : sound.matchPasswords(password, again)),
    }),
  ),
  atChange(
    ['PWD17.last', 'PWD17.case'],
    'one-password-at-a-change',
    'Of a password that is changed, the first half counts, in any case',
    (sound) => ofHalf(sound, () => isChange),
  ),
  atChange(
    'PWD9.limited',
    'current-password-is-guessed-without-end',
    'Wrong current passwords are not counted where a password is changed',
    (sound) => ({
      limitAttempts: (kind) =>
        isChange ? { failures: Number.MAX_SAFE_INTEGER, forMs: 1 } : sound.limitAttempts(kind),
    }),
  ),
]
