import { randomUUID } from 'node:crypto'
import { errors } from 'oidc-provider'
import { trace } from '../entra/refusal.ts'
import type { Exchange } from '../http/exchange.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { errorPage, plainErrorPage } from '../look/error-page.ts'
import type { Issuer } from '../provider/issuer.ts'
import { actions } from './actions.ts'
import { choosePage, type PageName } from './choose-page.ts'
import { finish } from './finish.ts'
import { consentPage } from './pages/consent.ts'
import { credentialsPage } from './pages/credentials.ts'
import { namePage } from './pages/name.ts'
import { passwordPage } from './pages/password.ts'
import { pickAccountPage } from './pages/pick-account.ts'
import { stayPage } from './pages/stay.ts'
import { loadVisit, saveProgress, type Visit } from './visit.ts'

const pages: Record<Exclude<PageName, 'done'>, (visit: Visit) => string> = {
  'pick-account': pickAccountPage,
  name: namePage,
  password: passwordPage,
  credentials: credentialsPage,
  stay: stayPage,
  consent: consentPage,
}

const expired = plainErrorPage(
  'session_expired',
  'This sign-in has expired or was finished already. Start again from the application.',
)

async function visitOf(exchange: Exchange, issuer: Issuer): Promise<Visit | undefined> {
  try {
    return await loadVisit(exchange, issuer)
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  }
}

/** The sign-in pages of an authority: shows the page that is due, takes an entry, and sends the browser on. */
export async function signIn(exchange: Exchange, issuer: Issuer) {
  const { res, method, form, path } = exchange
  const visit = await visitOf(exchange, issuer)
  if (!visit || visit.interaction.uid !== path.split('/').at(-1)) return sendHtml(res, 400, expired)

  if (method === 'POST') {
    const outcome = await actions.get(form.get('do') ?? '')?.(visit, form)
    if (!outcome)
      return sendHtml(
        res,
        400,
        plainErrorPage('invalid_request', 'This form is not one of the sign-in pages.'),
      )
    if ('location' in outcome) return redirect(res, outcome.location)
    if ('refusal' in outcome)
      return sendHtml(res, 400, errorPage(trace(outcome.refusal, issuer.clock(), undefined, randomUUID)))
    await saveProgress(visit, outcome.progress)
    visit.progress = outcome.progress
    const next = await choosePage(visit)
    return redirect(res, next === 'done' ? await finish(visit, false) : path)
  }
  const page = await choosePage(visit)
  if (page === 'done') return redirect(res, await finish(visit, false))
  const html = pages[page](visit)
  const { refused } = visit.progress
  if (refused?.text) await saveProgress(visit, { ...visit.progress, refused: { field: refused.field } })
  return sendHtml(res, 200, html)
}
