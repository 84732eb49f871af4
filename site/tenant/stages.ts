import type { TenantScreenId } from './screens/screens.tsx'

export interface StagePage {
  /** Where the visitor continues, below the sandbox's base. */
  page: string
  screen: TenantScreenId
}

const places = {
  password: { page: '/log-in/password', screen: 'enter-your-password' },
  enrol: { page: '/log-in/method', screen: 'keep-your-account-safe' },
  'enrol-app': { page: '/log-in/app', screen: 'secure-your-account' },
  'enrol-key': { page: '/log-in/key', screen: 'adding-your-security-key' },
  'name-key': { page: '/log-in/key/name', screen: 'name-your-security-key' },
  'verify-app': { page: '/log-in/verify', screen: 'verify-your-identity' },
  'verify-key': { page: '/log-in/verify-key', screen: 'verify-with-security-key' },
  in: { page: '/dashboard', screen: 'dashboard' },
} satisfies Record<string, StagePage>

/** How far a visitor has come in the login. */
export type Stage = keyof typeof places

/**
 * Each stage has exactly one page where it continues; a visitor who asks for another page is sent there (ASVS 5.0
 * 2.3.1: no step may be jumped over).
 */
export const placeOf: Record<Stage, StagePage> = places
