/**
 * Inferred: while SSO is in force, a wrong setting must not lock everybody out; so the Administrator who keeps 1Secure
 * Authentication for emergencies (`keeper`) stays. Answers what is wrong with changing or removing `id`.
 */
export function keepBreakGlass({
  keeper,
  id,
}: {
  keeper: string | undefined
  id: string
}): string | undefined {
  return keeper === id
    ? 'This Administrator keeps 1Secure Authentication for emergencies. Let another one save the authentication settings first'
    : undefined
}
