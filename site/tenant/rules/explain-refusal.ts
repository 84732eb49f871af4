const MOST = 300

/** Entra has one number for both. */
const cancelled = /cancel/i

/** Entra’s numbers for a consent that was declined or is missing, and the words of others. */
const declined = /AADSTS65004|AADSTS65001|declin|consent/i

/**
 * OpenID Connect Core 1.0 section 3.1.2.6, RFC 6749 section 4.1.2.1: what the provider said instead of letting the person in.
 */
export function explainRefusal({
  error,
  description = '',
}: {
  error: string
  description?: string | undefined
}): {
  what: 'cancelled' | 'declined' | 'other'
  message: string
} {
  if (error === 'access_denied' && declined.test(description) && !cancelled.test(description))
    return {
      what: 'declined',
      message: 'You declined what 1Secure asks your provider for, so you weren’t logged in',
    }
  if (error === 'access_denied')
    return {
      what: 'cancelled',
      message: 'The login was cancelled at your provider. Log in again when you are ready',
    }
  const said = (description || error).replaceAll(/\s+/g, ' ').slice(0, MOST)
  return { what: 'other', message: `Your provider didn’t let you in. It says: ${said}` }
}
