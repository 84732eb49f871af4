/**
 * ASVS 5.0 6.8.1 and 10.5.2: a person at a provider is issuer and subject, never an e-mail address. The address finds the
 * added user at the first login only; an account that belongs to somebody already is not taken over by it.
 */
export function mayLinkIdentity({ linked }: { linked: boolean }): boolean {
  return !linked
}
