import type { Deed } from '../events.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { rememberDevice } from '../http/device-cookie.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { bookAttempt, clearAttempts } from '../store/attempts.ts'
import { findApp, spendTimeStep } from '../store/authenticator-apps.ts'
import { signIn } from './sign-in.ts'

const SCREEN = 'verify-your-identity'

const messages = {
  'code.empty': 'Enter the code that the app shows',
  'code.wrong': 'That code is wrong. Enter the current one',
  'code.used': 'That code was used before. Wait for the next one',
  'code.wrong-ten-times': 'There were too many wrong codes. Try again in half an hour',
} as const

/** A later login asks for the enrolled app: each code works once, and ten wrong ones in a row block (ASVS 5.0 6.5.1 and 6.3.1). */
export const verifyApp = atStage(['verify-app'], async (c, visit) => {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const form = await readForm(c, 'code', 'remember')
  const code = form.code
  const remember = form.remember !== ''
  const refuse = async (deed: keyof typeof messages | 'code.right', says: keyof typeof messages) => {
    await did(c, deed satisfies Deed, SCREEN)
    if (deed !== 'code.empty') await record(c, 'log-in-failed', { about: 'one-time code' })
    return show(c, SCREEN, { message: messages[says], remember }, says === 'code.wrong-ten-times' ? 429 : 422)
  }
  if (code.trim() === '') return refuse('code.empty', 'code.empty')
  const app = await findApp(db, visit.account_id ?? '')
  if (!app) return goOn(c)

  const key = { sandbox_id: sandbox.id, kind: 'code', subject: visit.email } as const
  const limit = tenant.rules.limitAttempts('code')
  const nth = await bookAttempt(db, key, limit, now)
  const right = await tenant.rules.verifyCode({ secret: app.secret, code, now })
  if (nth === undefined) return refuse(right ? 'code.right' : 'code.wrong', 'code.wrong-ten-times')
  if (!right || !(await spendTimeStep(db, app.account_id, right.timeStep))) {
    if (nth >= limit.failures) return refuse('code.wrong-ten-times', 'code.wrong-ten-times')
    return right ? refuse('code.used', 'code.used') : refuse('code.wrong', 'code.wrong')
  }
  await clearAttempts(db, key)
  const next = await signIn(c, visit, 'code.right')
  if (!next) return goOn(c)
  if (remember) await rememberDevice(c, app.account_id)
  return goTo(c, next)
})
