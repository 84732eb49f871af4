import type { TenantScreenId } from './screens.tsx'

interface Link {
  /** What people read; absent where that is their own address. */
  label?: string
  /** Where it leads, below the sandbox's base. */
  path: string
  /** What is shown there. */
  screen: TenantScreenId
}

/** Links of the pages before the login is done. */
const outside = {
  'log-in': { label: 'Log in to 1Secure', path: '/log-in', screen: 'login-page' },
  'back-to-log-in': { label: 'Back to log in', path: '/log-in', screen: 'login-page' },
  'edit-email': { label: 'Edit', path: '/log-in/email', screen: 'email-address' },
  'emergency-access': {
    label: 'Emergency access',
    path: '/log-in/email?way=password',
    screen: 'email-address',
  },
  'forgot-password': { label: 'Forgot password', path: '/forgot', screen: 'forgot-your-password' },
  'back-to-email': { label: 'Go back', path: '/log-in/email', screen: 'email-address' },
} as const satisfies Record<string, Link>

/** The entries of the left pane, as the documentation names them. */
export const pane = {
  'managed-organizations': {
    label: 'Managed organizations',
    path: '/configuration/organizations',
    screen: 'managed-organizations',
  },
  users: { label: 'Users', path: '/configuration/users', screen: 'users' },
  alerts: { label: 'Alerts', path: '/configuration/alerts', screen: 'alerts' },
  'risk-profiles': { label: 'Risk profiles', path: '/configuration/risk-profiles', screen: 'not-here' },
  integrations: { label: 'Integrations', path: '/configuration/integrations', screen: 'not-here' },
  'my-organization': {
    label: 'My organization',
    path: '/configuration/my-organization',
    screen: 'my-organization',
  },
  'audit-logs': { label: 'Audit Logs', path: '/configuration/audit-logs', screen: 'audit-logs' },
} as const satisfies Record<string, Link>

/** Links of the pages after the login. */
const inside = {
  ...pane,
  home: { label: 'Home', path: '/dashboard', screen: 'dashboard' },
  configuration: { ...pane['managed-organizations'], label: 'Configuration' },
  account: { path: '/account', screen: 'your-account' },
  'back-to-account': { label: 'Back to your account', path: '/account', screen: 'your-account' },
  'change-password': { label: 'Change password', path: '/account/password', screen: 'change-password' },
} as const satisfies Record<string, Link>

const all = { ...outside, ...inside }

export type PanePage = keyof typeof pane
export type LinkId = keyof typeof all

/**
 * Every link that does nothing but lead to a page. All of them go by way of `/open/<id>?from=<screen>`, so that the stream can
 * tell which was followed and where, though pages send no referrer.
 */
export const links: Record<LinkId, Link> = all

export const isLink = (id: string): id is LinkId => Object.hasOwn(all, id)
export const isInside = (id: LinkId): boolean => Object.hasOwn(inside, id)
