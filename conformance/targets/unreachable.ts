/** What browsers and Node say of a certificate that they do not trust. */
const UNTRUSTED = /ERR_CERT|certificate|CERT_|UNABLE_TO_VERIFY/i

/** What to do about an address that cannot be opened. */
export const adviceOn = (error: unknown): string =>
  UNTRUSTED.test(saidOf(error))
    ? 'its certificate is not trusted here: set `ignoreHTTPSErrors: true` in the profile, or NODE_TLS_REJECT_UNAUTHORIZED=0'
    : 'start the deployment, or correct the address'

/** `fetch` says in its cause what went wrong. */
function saidOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code = '' } = error as NodeJS.ErrnoException
  return `${error.message} ${code} ${error.cause === undefined ? '' : saidOf(error.cause)}`
}
