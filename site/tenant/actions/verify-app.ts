import type { Symbols } from '../events.ts'
import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { atStage, goOn } from '../http/at-stage.ts'
import { goTo } from '../http/context.ts'
import { rememberDevice } from '../http/device-cookie.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import type { StagePage } from '../stages.ts'
import { bookAttempt, clearAttempts } from '../store/attempts.ts'
import { findApp, spendTimeStep } from '../store/authenticator-apps.ts'
import { filled } from '../symbols.ts'
import { signIn } from './sign-in.ts'

const SCREEN = 'verify-your-identity'

const messages = {
  empty: 'Enter the code that the app shows',
  wrong: 'That code is wrong. Enter the current one',
  used: 'That code was used before. Wait for the next one',
  blocked: 'There were too many wrong codes. Try again in half an hour',
} as const

/** A later login asks for the enrolled app: each code works once, and ten wrong ones in a row block (ASVS 5.0 6.5.1 and 6.3.1). */
export const verifyApp = atStage(['verify-app'], async (c, visit) => {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const form = await readForm(c, 'code', 'remember')
  const code = form.code
  const remember = form.remember !== ''
  const tell = (...symbols: Symbols) => {
    const fields = {
      'Enter one time code': symbols,
      'Remember this device for 30 days': filled(form.remember),
    }
    used(c, SCREEN, 'Continue', fields)
  }
  const refuse = async (says: keyof typeof messages) => {
    if (says !== 'empty') await record(c, 'log-in-failed', { about: 'one-time code' })
    return show(c, SCREEN, { message: messages[says], remember }, says === 'blocked' ? 429 : 422)
  }
  if (code.trim() === '') {
    tell('empty')
    return refuse('empty')
  }
  const app = await findApp(db, visit.account_id ?? '')
  if (!app) return goOn(c)

  const key = { sandbox_id: sandbox.id, kind: 'code', subject: visit.email } as const
  const limit = tenant.rules.limitAttempts('code')
  const nth = await bookAttempt(db, key, limit, now)
  const right = await tenant.rules.verifyCode({ secret: app.secret, code, now })
  const isBlocked = nth === undefined
  const next =
    right && !isBlocked
      ? await atOnce<StagePage | 'used'>(c, async () => {
          const all = c.var.tenant.store.db
          if (!(await spendTimeStep(all, app.account_id, right.timeStep))) return 'used'
          await clearAttempts(all, key)
          if (remember) await rememberDevice(c, app.account_id)
          return signIn(c, visit)
        })
      : undefined
  const is = next === 'used' ? 'used' : right ? 'right' : 'wrong'
  tell(is)
  if (isBlocked) return refuse('blocked')
  if (is !== 'right') return refuse(nth >= limit.failures ? 'blocked' : is)
  return next && next !== 'used' ? goTo(c, next.page, next.screen) : goOn(c)
})
