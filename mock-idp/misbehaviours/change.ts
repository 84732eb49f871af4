import type { Signature, TokenDraft } from './types.ts'

/** A draft with some claims changed; `undefined` takes a claim out. */
export function withClaims(draft: TokenDraft, change: Record<string, unknown>): TokenDraft {
  const claims = Object.entries({ ...draft.claims, ...change }).filter(([, value]) => value !== undefined)
  return { ...draft, claims: Object.fromEntries(claims) }
}

/** A draft that is signed otherwise. */
export const signedWith = (draft: TokenDraft, signature: Signature, alg = draft.header.alg): TokenDraft => ({
  ...draft,
  header: { ...draft.header, alg },
  signature,
})

/** A draft whose header names no key. */
export function withoutKid(draft: TokenDraft): TokenDraft {
  const { kid: _, ...header } = draft.header
  return { ...draft, header }
}

/** The same parameters or claims without some. */
export const without = <T>(values: Record<string, T>, ...names: string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** A tenant id that belongs to no tenant. */
export const foreignTenantId = '00000000-0000-4000-8000-00000000f0e1'
