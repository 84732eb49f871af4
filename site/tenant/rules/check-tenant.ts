interface TenantClaims {
  iss: string
  tid?: unknown
  oid?: unknown
}

/**
 * ASVS 5.0 6.8.1 and 10.5.2, Entra’s claims reference: `tid` must be the directory of the issuer and the configured one, and `oid`
 * tells the person within it. Answers the person’s lasting name in the directory, or undefined when something doesn’t hold.
 */
export function checkTenant(claims: TenantClaims, directoryId: string | null): string | undefined {
  const { iss, tid, oid } = claims
  if (typeof tid !== 'string' || typeof oid !== 'string' || oid === '') return undefined
  const ofIssuer = /\/([^/]+)\/v2\.0$/.exec(iss)?.[1]
  const right = tid === ofIssuer && (directoryId === null || tid === directoryId)
  return right ? `${tid}/${oid}` : undefined
}
