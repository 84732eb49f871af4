import { qrCode } from '../../site/tenant/qr-code.ts'
import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage } from './tamper.ts'

/** Whether the request of now enrols an app. */
let isEnrolment = false

const noteEnrolment =
  (send: Send): Send =>
  (request) => {
    isEnrolment = isAt(request, '/log-in/app')
    return send(request)
  }

/** A time step of long ago: a code that belonged to it leaves every later one unspent. */
const LONG_AGO = 1

/** Secret → the time step that was typed last, and what the tenant keeps in its place. It keeps the highest alone. */
const typedLast = new Map<string, { step: number; kept: number }>()

/** A code is accepted in addition to the right ones. */
const alsoAccepts = (fails: string, id: string, title: string, also: (code: string) => boolean) =>
  flaw(fails, id, title, {
    rules: ({ verifyCode }) => ({
      verifyCode: async (claim) =>
        also(claim.code) ? { timeStep: Math.floor(claim.now / 30_000) } : verifyCode(claim),
    }),
  })

/** The secret that was made last. */
let lastSecret = ''

const keepSecret: NonNullable<Defect['rules']> = ({ makeSecret }) => ({
  makeSecret() {
    lastSecret = makeSecret()
    return lastSecret
  },
})

/** Adds something to a page that has these words. */
const adding =
  (words: string, what: () => string) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    if (!isPage(answer)) return answer
    const body = await answer.text()
    return changed(answer, {
      body: body.includes(words) ? body.replace('</body>', `${what()}</body>`) : body,
    })
  }

/** One thing about one-time codes is wrong. */
export const flawsOfACode: Defect[] = [
  flaw(
    'OTP1.enrolment',
    'code-of-the-enrolment-works-again',
    'The code that enrolled an app works once more',
    {
      tamper: noteEnrolment,
      rules: ({ verifyCode }) => ({
        async verifyCode(claim) {
          const right = await verifyCode(claim)
          return right && isEnrolment ? { timeStep: LONG_AGO } : right
        },
      }),
    },
  ),
  flaw(
    'OTP1.earlier',
    'last-code-alone-is-remembered',
    'A code that was used before the last one works again',
    {
      rules: ({ verifyCode }) => ({
        async verifyCode(claim) {
          const right = await verifyCode(claim)
          if (!right) return undefined
          const last = typedLast.get(claim.secret)
          if (last?.step === right.timeStep) return { timeStep: last.kept }
          const kept = Math.max(right.timeStep, (last?.kept ?? 0) + 1)
          typedLast.set(claim.secret, { step: right.timeStep, kept })
          return { timeStep: kept }
        },
      }),
    },
  ),
  alsoAccepts(
    'OTP10.zeros',
    'zeros-open',
    'The code 000000 opens every account',
    (code) => code === '000000',
  ),
  alsoAccepts(
    'OTP10.row',
    'digits-in-a-row-open',
    'The code 123456 opens every account',
    (code) => code === '123456',
  ),
  flaw(
    'OTP11.zero',
    'code-is-a-number',
    'A code that begins with a zero is refused, as a number of five digits',
    {
      rules: ({ verifyCode }) => ({
        verifyCode: async (claim) => (claim.code.startsWith('0') ? undefined : verifyCode(claim)),
      }),
    },
  ),
  flaw('OTP12.expires', 'device-remembered-for-good', 'A remembered device stays so without end', {
    rules: () => ({ isDeviceRemembered: (device, account) => device.account_id === account.id }),
  }),
  flaw('OTP6.secret', 'secret-in-the-page-for-the-code', 'The page that asks for the code holds the secret', {
    rules: keepSecret,
    tamper: adding('Verify Your Identity', () => `<!-- ${lastSecret} -->`),
  }),
  flaw(
    'OTP5.address',
    'secret-in-an-address',
    'The page that enrols an app asks for an address with the secret',
    {
      rules: keepSecret,
      tamper: adding('Secure Your Account', () => `<img alt="" src="?secret=${lastSecret}">`),
    },
  ),
  flaw('OTP5.account', 'qr-code-names-somebody-else', 'The QR code names the account of somebody else', {
    rules: keepSecret,
    tamper: (send) => async (request) => {
      const answer = await send(request)
      if (!isPage(answer)) return answer
      const drawn = () => qrCode(`otpauth://totp/Example:someone@example.com?secret=${lastSecret}`)
      return changed(answer, { body: (await answer.text()).replace(/data:image\/png[^"]+/, drawn) })
    },
  }),
]
