import type { Refusal } from '../entra/refusal.ts'
import { signInRefusals } from '../entra/sign-in-refusals.ts'
import { mayUse } from '../provider/grants.ts'
import { accountIdOf } from '../provider/issuer.ts'
import { entered } from './fields.ts'
import { findAccount } from './find-account.ts'
import { decline, finish, refuse } from './finish.ts'
import type { Progress, Visit } from './visit.ts'

/** What an entry leads to: more pages, the way back to the client, or an error that ends here. */
type ActionResult = { progress: Progress } | { location: string } | { refusal: Refusal }

type Action = (visit: Visit, form: URLSearchParams) => Promise<ActionResult>

function note(visit: Visit, refusal: Refusal, user: string) {
  const { issuer, application } = visit
  issuer.emit({
    type: 'sign-in-refused',
    code: `AADSTS${refusal.code}`,
    reason: refusal.message,
    user,
    application: application.appId,
  })
}

/** "Sign in": the name. The answer shows at once whether it exists, as at Entra. */
const name: Action = async (visit, form) => {
  const typed = entered(form, 'name')?.trim() ?? ''
  if (typed === '') return { progress: { refused: { field: 'name', text: 'Enter an email address.' } } }
  const found = await findAccount(visit, typed)
  if ('user' in found) return { progress: { name: typed } }
  note(visit, found.refusal, typed)
  return { progress: { name: typed, refused: { field: 'name', text: found.refusal.message } } }
}

/** "Enter password". */
const password: Action = async (visit, form) => {
  const typed = entered(form, 'name')?.trim() ?? visit.progress.name ?? ''
  const found = await findAccount(visit, typed)
  const refusal =
    'refusal' in found || found.user.password !== entered(form, 'password')
      ? signInRefusals.passwordWrong()
      : found.user.accountEnabled
        ? undefined
        : signInRefusals.accountDisabled()
  if (refusal || 'refusal' in found) {
    const wrong = refusal ?? signInRefusals.passwordWrong()
    note(visit, wrong, typed)
    return { progress: { name: typed, refused: { field: 'password', text: wrong.message } } }
  }
  const { directory, user } = found
  const { application, issuer } = visit
  if (!mayUse(application, user)) {
    const notAssigned = signInRefusals.notAssigned(typed, application.displayName)
    note(visit, notAssigned, typed)
    return { refusal: notAssigned }
  }
  issuer.emit({ type: 'signed-in', user: user.userPrincipalName, application: application.appId }, directory)
  return { progress: { name: typed, accountId: accountIdOf(directory, user.id) } }
}

/** "Pick an account": the one that is signed in, or another. */
const pick: Action = async ({ interaction }, form) => {
  const accountId = interaction.session?.accountId
  return form.get('account') === 'session' && accountId
    ? { progress: { accountId, fromSession: true } }
    : { progress: { another: true } }
}

const stay: Action = async ({ progress }, form) => ({
  progress: { ...progress, stay: form.get('stay') === 'yes' },
})

/** Back to the name. */
const change: Action = async () => ({ progress: { another: true } })

const consent: Action = async (visit, form) => {
  // No one has signed in yet, so no one can consent: the page that is due is shown again.
  if (!visit.progress.accountId) return { progress: visit.progress }
  if (form.get('consent') === 'yes') return { location: await finish(visit, true) }
  note(visit, signInRefusals.consentDeclined(), visit.progress.name ?? '')
  return { location: await decline(visit) }
}

const cancel: Action = async (visit) => ({
  location: await refuse(visit, 'access_denied', 'The user cancelled the sign-in.'),
})

/** What the forms of the sign-in pages may ask for, by the value of their field `do`. A Map, for `__proto__` is asked for too. */
export const actions = new Map<string, Action>(
  Object.entries({ name, password, pick, stay, change, consent, cancel }),
)
