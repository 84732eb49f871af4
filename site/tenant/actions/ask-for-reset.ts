import { used } from '../http/acted.ts'
import { atStage } from '../http/at-stage.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { signedOut } from '../http/signed-in.ts'
import { renewVisit, startVisit } from '../http/visit-cookie.ts'
import { sendReset } from '../outbox/send-reset.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import { bookAttempt } from '../store/attempts.ts'
import type { Account } from '../store/schema.ts'
import { symbolsOfEmail } from '../symbols.ts'

const FORM = 'forgot-your-password'
const SENT = 'check-your-email'
const TOO_MANY = 'Too many mails were asked for. Try again in an hour'

/**
 * A person who forgot the password says which address it belongs to. Page, status and time are the same for every
 * address; a mail goes to the known ones (ASVS 5.0 6.3.8) whose password opens anything (6.3.4).
 */
export const askForReset = signedOut(async (c) => {
  const { tenant, sandbox } = c.var
  const { email: typed } = await readForm(c, 'email')
  const read = tenant.rules.readEmail(typed)
  const account =
    'wrong' in read ? undefined : await findAccountByEmail(tenant.store.db, sandbox.id, read.email)
  const fields = { 'Email address': symbolsOfEmail(typed, account !== undefined) }
  used(c, FORM, 'Continue', fields, { whose: account?.email ?? null })
  const refuse = (message: string, status: 422 | 429) => show(c, FORM, { message, email: typed }, status)
  if ('wrong' in read) return refuse(read.wrong, 422)
  if (!(await mailTo(c, read.email, account))) return refuse(TOO_MANY, 429)
  await keepAsked(c, read.email, account)
  return goTo(c, '/forgot/sent', SENT)
})

/** A login that waits for its password goes on with its own address, as the page that the browser goes back to says. */
async function keepAsked(c: Ctx, email: string, account: Account | undefined): Promise<void> {
  const { visit } = c.var
  const reset = { reset_email: email }
  if (visit?.stage === 'password' && (await renewVisit(c, visit, reset))) return
  await startVisit(c, { email, account_id: account?.id ?? null, ...reset })
}

/** Check Your Email, for people who have asked for a link; others are asked for their address first. */
export const showSent = atStage(['password'], async (c, { reset_email: email }) =>
  email === null ? goTo(c, '/forgot') : show(c, SENT, { email }),
)

/** The mail is sent again; the link of the earlier one stops working. */
export const resendReset = atStage(['password'], async (c, { reset_email: email }) => {
  const { db } = c.var.tenant.store
  const account = email === null ? undefined : await findAccountByEmail(db, c.var.sandbox.id, email)
  used(c, SENT, 'Resend email', {}, email === null ? {} : { whose: account?.email ?? null })
  if (email === null) return goTo(c, '/forgot', FORM)
  const sent = await mailTo(c, email, account)
  return sent ? goTo(c, '/forgot/sent', SENT) : show(c, SENT, { email, message: TOO_MANY }, 429)
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
