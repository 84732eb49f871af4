import type { AuthenticatorApp } from '../../machines/devices/authenticator-app.ts'

/** Where a person gets the codes of their second factor: from an app, or from mails. */
export type OneTimeCodes = Pick<AuthenticatorApp, 'right' | 'wrong' | 'used' | 'current'>
