const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * Entra's overview page of an application: the Directory (tenant) ID is a GUID. It may be left out. Answers it as tokens
 * carry it, null for none, or what is wrong.
 */
export function readDirectoryId(typed: string): { directoryId: string | null } | { wrong: string } {
  const directoryId = typed.trim().toLowerCase()
  if (directoryId === '') return { directoryId: null }
  return GUID.test(directoryId)
    ? { directoryId }
    : { wrong: 'A Directory (tenant) ID is a GUID. Copy it from the overview' }
}
