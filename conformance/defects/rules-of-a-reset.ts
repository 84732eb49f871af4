import type { Rules } from '../../site/tenant/rules/index.ts'
import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

/** Whether the request of now sets a password at a reset. */
let isReset = false

/** Sandboxes where somebody has asked for a reset. */
const asked = new Set<string>()

const isAsked = (sandbox: string) => [...asked].some((url) => url.endsWith(`/${sandbox}`))

const watching = (send: Send): Send => {
  isReset = false
  return (request) => {
    isReset = request.method === 'POST' && /\/reset(?:-password)?$/.test(new URL(request.url).pathname)
    return send(request)
  }
}

/** At a reset alone, one rule is another. */
const atReset = (
  claims: string | string[],
  id: string,
  title: string,
  rules: (sound: Rules) => Partial<Rules>,
) => flaw(claims, id, title, { tamper: watching, rules })

/** Of a password that is set then, the first half counts, in any case. */
export function ofHalf({ hashPassword, verifyPassword }: Rules, isThen: () => boolean): Partial<Rules> {
  const spoilt = new Set<string>()
  const half = (password: string) => password.slice(0, 40).toLowerCase()
  return {
    async hashPassword(password) {
      const isSpoilt = isThen()
      const hash = await hashPassword(isSpoilt ? half(password) : password)
      if (isSpoilt) spoilt.add(hash)
      return hash
    },
    verifyPassword: ({ hash, password }) =>
      verifyPassword({ hash, password: hash !== null && spoilt.has(hash) ? half(password) : password }),
  }
}

/** What holds for a first password does not hold for one that is reset. */
export const rulesOfAReset = [
  atReset('PWD15.well-known', 'well-known-at-a-reset', 'A reset takes a well-known password', (sound) => ({
    refuseWellKnownPassword: (password) => (isReset ? undefined : sound.refuseWellKnownPassword(password)),
  })),
  atReset(
    ['PWD15.words', 'PWD15.user'],
    'names-at-a-reset',
    'A reset takes a password with the name of the product',
    (sound) => ({
      refuseNamesInPassword: (password, names) =>
        isReset ? undefined : sound.refuseNamesInPassword(password, names),
    }),
  ),
  atReset(
    'PWD15.user',
    'own-name-at-a-reset',
    'A reset takes a password with the name of the user',
    (sound) => ({
      // The first one is the user’s.
      refuseNamesInPassword: (password, names) =>
        sound.refuseNamesInPassword(password, isReset ? names.slice(1) : names),
    }),
  ),
  atReset(
    ['PWD15.last', 'PWD15.case'],
    'one-password-at-a-reset',
    'Of a password that is reset, the first half counts, in any case',
    (sound) => ofHalf(sound, () => isReset),
  ),
  atReset(
    ['PWD16.other', 'PWD16.last', 'PWD16.case', 'PWD16.blank', 'PWD16.empty'],
    'repeated-carelessly-at-a-reset',
    'A reset does not compare the repeated password',
    (sound) => ({
      matchPasswords: (password, again) => (isReset ? undefined : sound.matchPasswords(password, again)),
    }),
  ),
  flaw('LNK7.asked', 'asking-ends-sessions', 'Asking for a reset ends the sessions of the account', {
    tamper: (send) => (request) => {
      if (request.method === 'POST' && isAt(request, '/forgot')) asked.add(sandboxOf(request))
      return send(request)
    },
    rules: ({ isVisitOver }) => ({
      isVisitOver: (visit, now) =>
        isVisitOver(visit, now) ||
        (visit.stage === 'in' && 'sandbox_id' in visit && isAsked(String(visit.sandbox_id))),
    }),
  }),
]
