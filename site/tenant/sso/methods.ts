import type { SsoMethod } from '../rules/sso-settings.ts'

export type Method = '1secure' | SsoMethod

const byId = {
  '1secure': { label: '1Secure Authentication', screen: 'authentication-settings' },
  'entra-id': { label: 'Entra ID', screen: 'authentication-settings-entra-id' },
  'openid-connect': { label: 'OpenID Connect', screen: 'authentication-settings-openid-connect' },
} as const

/** The documentation (three-methods): how users log in. Label and pane of each method. */
export const methods: Record<Method, (typeof byId)[Method]> = byId

/** The method of a label; undefined for anything else. */
export const methodOf = (label: string): Method | undefined =>
  (Object.keys(byId) as Method[]).find((method) => byId[method].label === label)
