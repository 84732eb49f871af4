import type { Exchange } from '../http/exchange.ts'
import { redirect, sendHtml } from '../http/respond.ts'
import { plainErrorPage } from '../look/error-page.ts'
import type { Issuer } from '../provider/issuer.ts'
import { ownSignInUrl } from '../provider/own-applications.ts'
import { addSecret, addUser, register, removeSecret, saveAuthentication } from './actions.ts'
import type { AdminContext } from './context.ts'
import { graphCall } from './graph-call.ts'
import { addSecretPage } from './pages/add-secret.ts'
import { applicationsPage, type ShownApplication } from './pages/applications.ts'
import { authenticationPage } from './pages/authentication.ts'
import { homePage } from './pages/home.ts'
import { overviewPage } from './pages/overview.ts'
import { registerPage } from './pages/register.ts'
import { secretsPage } from './pages/secrets.ts'
import { type ShownUser, usersPage } from './pages/users.ts'
import { whoIsSignedIn } from './who.ts'

/** A page, or the address to go on to after a form (so that a reload repeats nothing). */
type Answer = { page: string; status?: number } | { location: string }

/** Values of secrets just made, waiting for the one page that shows them. */
const fresh = new Map<string, string>()

async function applicationList(context: AdminContext): Promise<Answer> {
  const answer = await graphCall<{ value: ShownApplication[] }>(context, 'GET', '/applications')
  return { page: applicationsPage(context, answer.ok ? answer.body.value : []) }
}

async function registration(context: AdminContext): Promise<Answer> {
  const { method, form } = context.exchange
  if (method !== 'POST') return { page: registerPage(context, new URLSearchParams()) }
  const answer = await register(context, form)
  return answer.ok
    ? { location: `${context.home}/applications/${answer.body.id}` }
    : { page: registerPage(context, form, answer.message), status: 400 }
}

async function userList(context: AdminContext): Promise<Answer> {
  const added = context.exchange.method === 'POST' ? await addUser(context, context.exchange.form) : undefined
  if (added?.ok) return { location: `${context.home}/users` }
  const answer = await graphCall<{ value: ShownUser[] }>(context, 'GET', '/users')
  const page = usersPage(context, answer.ok ? answer.body.value : [], added?.message)
  return { page, status: added ? 400 : 200 }
}

async function secrets(
  context: AdminContext,
  application: ShownApplication,
  action: string,
): Promise<Answer> {
  const { method, form, query } = context.exchange
  const here = `${context.home}/applications/${application.id}/secrets`
  if (action === 'new') {
    if (method !== 'POST') return { page: addSecretPage(context, application) }
    const made = await addSecret(context, application.id, form)
    if (!made.ok) return { page: addSecretPage(context, application, made.message), status: 400 }
    fresh.set(made.body.keyId, made.body.secretText)
    return { location: `${here}?added=${made.body.keyId}` }
  }
  if (method === 'POST') {
    const removed = await removeSecret(context, application.id, form)
    return removed.ok
      ? { location: here }
      : { page: secretsPage(context, application, { refused: removed.message }), status: 400 }
  }
  const keyId = query.get('added') ?? ''
  const value = fresh.get(keyId)
  fresh.delete(keyId)
  return { page: secretsPage(context, application, value === undefined ? {} : { fresh: { keyId, value } }) }
}

async function authentication(context: AdminContext, application: ShownApplication): Promise<Answer> {
  const { method, form, query } = context.exchange
  if (method !== 'POST')
    return { page: authenticationPage(context, application, { saved: query.has('saved') }) }
  const saved = await saveAuthentication(context, application.id, form)
  return saved.ok
    ? { location: `${context.home}/applications/${application.id}/authentication?saved` }
    : { page: authenticationPage(context, application, { refused: saved.message }), status: 400 }
}

async function route(context: AdminContext, segments: string[]): Promise<Answer | undefined> {
  const [area = '', id = '', tab = '', action = ''] = segments
  if (area === '') return { page: homePage(context) }
  if (area === 'users') return userList(context)
  if (area !== 'applications') return undefined
  if (id === '') return applicationList(context)
  if (id === 'new') return registration(context)
  const answer = await graphCall<ShownApplication>(context, 'GET', `/applications/${encodeURIComponent(id)}`)
  if (!answer.ok) return undefined
  if (tab === '') return { page: overviewPage(context, answer.body) }
  if (tab === 'secrets') return secrets(context, answer.body, action)
  return tab === 'authentication' ? authentication(context, answer.body) : undefined
}

/** The Entra admin center of a tenant, for its administrators. */
export async function admin(exchange: Exchange, issuer: Issuer) {
  const { res, path, query } = exchange
  const { directory, mount } = issuer.authority
  const home = `${mount}/admin`
  const administrator = await whoIsSignedIn(exchange, issuer)
  if (!directory || !administrator) return redirect(res, ownSignInUrl(issuer.authority, '/admin'))
  if (!administrator.administrator) {
    const text = `${administrator.userPrincipalName} is no administrator of this directory. Sign out and use another account.`
    return sendHtml(res, 403, plainErrorPage('access_denied', text))
  }
  // Back from the sign-in: only the session counts here, the code is not used.
  if (query.has('code')) return redirect(res, home)

  const context: AdminContext = { exchange, issuer, directory, administrator, home }
  const segments = path.slice(home.length).split('/').filter(Boolean)
  const answer = await route(context, segments)
  if (!answer) return sendHtml(res, 404, plainErrorPage('not_found', `Nothing is at ${path}.`))
  return 'location' in answer
    ? redirect(res, answer.location)
    : sendHtml(res, answer.status ?? 200, answer.page)
}
