import { adminCenterId, type IdpEvent } from '@doorstep/mock-idp'
import type { Act, Did, TenantEvent } from '../tenant/events.ts'
import type { AdminCenter } from './admin-center.ts'

/** The users in the directories of a sandbox, by user principal name in any case. */
export interface People {
  isUser(name: string): boolean
  isAdministrator(name: string): boolean
  /** Whether the tenant's Administrator may add this user. */
  isInvited(name: string): boolean
}

/** Parameters that must stay secret, or that are long and unreadable. */
const hidden = ['code', 'ticket', 'id_token_hint', 'state', 'session_state', 'code_challenge']
/** The handle of a sign-in under way. */
const handle = /(?<=\/)[\w-]{30,}(?=\/|$)/g

/** The path as the wire shows it. */
function shownPath(path: string): string {
  const url = new URL(path, 'http://provider.invalid')
  for (const name of hidden) if (url.searchParams.has(name)) url.searchParams.set(name, '…')
  const [authority = '', ...rest] = url.pathname.slice(1).split('/')
  return decodeURIComponent(
    `/${authority}/${rest.join('/')}`.replace(handle, (id) => (id === authority ? id : '…')) + url.search,
  )
}

/**
 * The refusals that are about what was typed, and whether the password was right. A provider that asks for the name
 * first never asks an unknown person for the password; for them no password is right.
 */
const passwordBehind: Record<string, 'right' | 'wrong' | undefined> = {
  AADSTS50126: 'wrong',
  AADSTS50034: 'wrong',
  AADSTS50020: 'wrong',
  AADSTS50057: 'right',
}

interface SignIn {
  application?: string | undefined
  user: string
  password: 'right' | 'wrong'
  /** What the page says; absent where it lets in. */
  refusal?: string
}

/** A person has sent name and password, on as many pages as the provider takes for it. */
function signIn(people: People, { application, user, password, refusal }: SignIn): Act {
  const isAdmin = application === adminCenterId
  const screen = isAdmin ? 'entra-sign-in' : 'provider-login'
  const isKnown = isAdmin ? people.isAdministrator(user) : people.isUser(user)
  const fields = { Email: [isKnown ? 'registered' : 'unknown'], Password: [password] }
  const shown = refusal === undefined ? undefined : { screen, message: withoutName(refusal, user) }
  return {
    kind: 'act',
    at: isAdmin ? 'admin-center' : 'provider',
    ...byOf(people, user),
    did: { what: 'send', screen, press: 'Sign in', fields },
    ...(shown ? { shown } : {}),
  }
}

const withoutName = (message: string, name: string) => (name ? message.replaceAll(name, '…') : message)

const byOf = (people: People, user: string) => (people.isInvited(user) ? { by: 'invited' as const } : {})

const accept: Did = { what: 'send', screen: 'provider-consent', press: 'Accept', fields: {} }

/**
 * What an event of the provider is in a sandbox's stream. What the tenant tells itself, because the answer comes back to it (a
 * cancelled sign-in, a declined consent), is left out.
 */
export function translate(event: IdpEvent, adminCenter: AdminCenter, people: People): TenantEvent[] {
  switch (event.type) {
    case 'request': {
      const { method, path, status } = event
      const by = event.by === 'browser' ? 'browser' : 'tenant'
      const asked: TenantEvent = {
        kind: 'request',
        at: 'provider',
        by,
        method,
        path: shownPath(path),
        status,
      }
      return [asked, ...adminCenter.of(event)]
    }
    case 'token-issued':
      return [{ kind: 'token', use: event.use, header: event.header, claims: event.claims }]
    case 'signed-in': {
      const entered = signIn(people, { ...event, password: 'right' })
      if (event.application !== adminCenterId || !people.isAdministrator(event.user)) return [entered]
      adminCenter.enter(entered)
      return []
    }
    case 'sign-in-refused': {
      const password = passwordBehind[event.code]
      const { application, user = '', reason: refusal } = event
      return password ? [signIn(people, { application, user, password, refusal })] : []
    }
    case 'protocol-error':
      return [{ kind: 'refused', code: event.code, reason: event.reason }]
    case 'consented':
      return [{ kind: 'act', at: 'provider', ...byOf(people, event.user), did: accept }]
    case 'signed-out':
      return adminCenter.leave()
    default:
      return []
  }
}
