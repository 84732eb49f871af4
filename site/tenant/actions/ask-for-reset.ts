import { atStage, goOn } from '../http/at-stage.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { startVisit } from '../http/visit-cookie.ts'
import { sendReset } from '../outbox/send-reset.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import { bookAttempt } from '../store/attempts.ts'
import type { Account } from '../store/schema.ts'

const TOO_MANY = 'Too many mails were asked for. Try again in an hour'

/**
 * Whoever forgot the password says which address it belongs to. Page, status and time are the same for every address; a
 * mail goes to the known ones (ASVS 5.0 6.3.8) whose password opens anything (6.3.4).
 */
export const askForReset: Action = async (c) => {
  const { tenant, sandbox, visit } = c.var
  if (visit && tenant.rules.isSignedIn(visit)) return goOn(c)
  const { email: typed } = await readForm(c, 'email')
  const read = tenant.rules.readEmail(typed)
  const refuse = (message: string, status: 422 | 429) =>
    show(c, 'forgot-your-password', { message, email: typed }, status)
  if ('wrong' in read) return refuse(read.wrong, 422)
  const account = await findAccountByEmail(tenant.store.db, sandbox.id, read.email)
  const deed = account ? 'reset-email.registered' : 'reset-email.unknown'
  if (!(await mailTo(c, read.email, account))) {
    await did(c, deed, 'forgot-your-password')
    return refuse(TOO_MANY, 429)
  }
  await startVisit(c, { email: read.email, account_id: account?.id ?? null, purpose: 'reset' })
  await did(c, deed, 'check-your-email')
  return goTo(c, '/forgot/sent')
}

/** Check Your Email, for those who asked; others are asked first. */
export const showSent = atStage(['password'], async (c, visit) =>
  visit.purpose === 'reset' ? show(c, 'check-your-email') : goTo(c, '/forgot'),
)

/** The mail is sent again; the link of the earlier one is dead then. */
export const resendReset = atStage(['password'], async (c, visit) => {
  if (visit.purpose !== 'reset') return goTo(c, '/forgot')
  const account = await findAccountByEmail(c.var.tenant.store.db, c.var.sandbox.id, visit.email)
  const sent = await mailTo(c, visit.email, account)
  await did(c, 'resend-email', 'check-your-email')
  return sent ? goTo(c, '/forgot/sent') : show(c, 'check-your-email', { message: TOO_MANY }, 429)
})

/** False when the address was written to too often, known or not. */
async function mailTo(c: Ctx, email: string, account: Account | undefined): Promise<boolean> {
  const { tenant, sandbox, now } = c.var
  const { most, inMs } = tenant.rules.limitMails()
  const key = { sandbox_id: sandbox.id, kind: 'mail', subject: email } as const
  const nth = await bookAttempt(tenant.store.db, key, { failures: most, forMs: inMs }, now)
  if (nth === undefined) return false
  if (account && tenant.rules.mayResetPassword(account))
    tenant.background.run('mailing a reset link', async () => {
      if (await mayLogInByPassword(tenant, account, now)) await sendReset(tenant, sandbox, account)
    })
  return true
}
