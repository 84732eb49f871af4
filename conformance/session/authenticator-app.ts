import type { Enrolment } from '../../machines/devices/enrolment.ts'

export { AuthenticatorApp } from '../../machines/devices/authenticator-app.ts'
export type { Enrolment } from '../../machines/devices/enrolment.ts'

const BITS_EACH = 5

/** The bits of a Base32 secret. */
export const bitsOf = ({ secret }: Enrolment) => secret.replace(/=+$/, '').length * BITS_EACH
