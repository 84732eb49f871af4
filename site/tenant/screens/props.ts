import type { ComponentType } from 'react'
import type { AuditAction } from '../audit.ts'
import type { Holder } from '../clauses/list.ts'
import type { Role } from '../roles.ts'
import type { Section } from './not-here.tsx'

export interface UserRow {
  id: string
  email: string
  role: Role
  status: 'Pending Verification' | 'Verified'
  /** The last day of temporary access, as YYYY-MM-DD. */
  until?: string
  /** How many sessions there are now. */
  sessions?: number
}

export interface AuditRow {
  n: number
  /** ms since 1970 */
  at: number
  actor: string
  what: AuditAction
  about: string
}

/** What the pane of the login's settings holds. A client secret is never in it. */
export interface SsoForm {
  clientId?: string
  discoveryUrl?: string
  directoryId?: string
  /** Whether a client secret is kept. */
  hasSecret?: boolean
  /** Whether a provider is in force already. */
  inForce?: boolean
  callback?: string
  backChannelLogout?: string
  /** Address of the Administrator who keeps 1Secure Authentication. */
  keeper?: string
  /** Whether the kept secret shall go. */
  forgetSecret?: boolean
  /** Whether everybody shall be found by address again. */
  relink?: boolean
  /** Whether the disclosure is open. */
  open?: boolean
}

/** Something that was found at a managed organization. */
export interface AlertRow {
  id: string
  what: string
  where: string
  when: string
  level: 'high' | 'medium' | 'low'
  /** Address of who has dealt with it. */
  by?: string
}

/** A second factor of an account. */
export interface MethodRow {
  /** `authenticator-app`, or the id of a security key. */
  id: string
  name: string
  /** ms since 1970 */
  addedAt?: number
}

/** A session of an account; times in ms since 1970. */
export interface SessionRow {
  id: string
  startedAt: number
  seenAt: number
  /** The one that asks. */
  own: boolean
}

/** The props of every screen. All are optional: without them, a screen shows an example of itself. */
export interface CommonProps {
  /** What the addresses of forms and links begin with: `/t/<sandbox>`. */
  base?: string
  tenantName?: string
  /** The address that was typed, or the one of who is logged in. */
  email?: string
  /** What went wrong, or what the screen has to say; shown at the field it concerns. */
  message?: string
  /** Whether the message of a page after the login is about something wrong, or only informs. */
  tone?: 'wrong' | 'note'
}

/** Where the message belongs: the name of the field that it concerns, where it is not the first. */
interface At {
  at?: string
}

interface Settings extends At {
  sso?: SsoForm
}

/** The further props of each screen. */
export interface OwnProps {
  'login-page': {
    /** Whether the provider's own logout is offered. */
    leavesProvider?: boolean
  }
  'email-address': {
    /** In an SSO tenant: by which of the two ways the address leads on. */
    way?: 'provider' | 'password'
  }
  'enter-your-password': object
  'forgot-your-password': object
  'check-your-email': object
  'reset-link-expired': object
  'password-changed': object
  'your-account': {
    methods?: MethodRow[]
    sessions?: SessionRow[]
    /** Whether the person has just proved again who they are, so that the account may be changed. */
    confirmed?: boolean
    /** Whether the person logs in by the organization's provider alone. */
    byProvider?: boolean
  }
  'change-password': At
  'account-blocked': object
  'change-your-password': At & {
    /** Where the form is sent, below `base`. */
    action?: string
  }
  'account-activated': object
  'link-expired': object
  'invalid-link': object
  'new-link-sent': object
  'keep-your-account-safe': object
  'secure-your-account': {
    /** Data URL of the QR code for the authenticator app. */
    qr?: string
    /** Base32; shown as text when asked for. */
    secret?: string
  }
  'adding-your-security-key': object
  'name-your-security-key': {
    /** What was typed as the key's name. */
    keyName?: string
  }
  'verify-your-identity': {
    /** Whether this device shall be remembered. */
    remember?: boolean
  }
  'verify-with-security-key': object
  'on-to-your-provider': {
    /** The provider's host, and the address there that the person is on the way to. */
    provider?: string
    providerUrl?: string
  }
  dashboard: { alerts?: AlertRow[] }
  'managed-organizations': object
  'my-organization': {
    /** The authentication method in force. */
    method?: string
  }
  'authentication-settings': Settings
  'authentication-settings-entra-id': Settings
  'authentication-settings-openid-connect': Settings
  users: { users?: UserRow[] }
  'add-users': At & {
    /** What was typed as the addresses of those to be added. */
    addresses?: string
    /** The role that is chosen. */
    role?: Role
  }
  user: At & { user?: UserRow }
  alerts: {
    alerts?: AlertRow[]
    /** Whether the person may deal with alerts. */
    modifies?: boolean
  }
  'audit-logs': {
    /** Newest first. */
    entries?: AuditRow[]
  }
  'not-here': {
    /** Which entry of the left pane has no page. */
    section?: Section
  }
  clauses: { rules?: Holder[] }
  notice: object
}

export type TenantScreenId = keyof OwnProps

/** All props of a screen. */
export type PropsOf<Id extends TenantScreenId> = CommonProps & OwnProps[Id]

export interface TenantScreen<Id extends TenantScreenId> {
  /** What the browser's tab says; also the heading. */
  title: string
  Screen: ComponentType<PropsOf<Id>>
}

type All<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer A) => void ? A : never

/**
 * The props of every screen in one, for components that show any of them. Props that a screen does not know have no
 * effect.
 */
export type ScreenProps = CommonProps & All<OwnProps[TenantScreenId]>
