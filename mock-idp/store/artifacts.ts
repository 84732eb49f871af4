/** What a sign-in leaves behind: a code, a token, a session, a grant, a page that is waiting for an entry. */
export interface Artifact {
  /** As oidc-provider hands it over: JSON that nothing else reads. */
  payload: Record<string, unknown>
  /** Id of the directory in whose time it expires; empty behind `/common`. */
  owner: string
  /** Simulated time of the owner, in ms; undefined: never. */
  expires?: number
  /** Everything of one grant is taken back together. */
  grant?: string
  /** A second key, of sessions. */
  uid?: string
}

/**
 * Where artifacts are kept. Keys are unique over all directories, and begin with their kind: `oidc-harbour/Session:…`,
 * `ticket:…`.
 */
export interface ArtifactStore {
  put(key: string, artifact: Artifact): Promise<void>
  get(key: string): Promise<Artifact | undefined>
  getByUid(uid: string): Promise<Artifact | undefined>
  /** Everything of one owner, by key. */
  ofOwner(owner: string): Promise<[string, Artifact][]>
  /**
   * Marks an artifact as spent at a time (seconds), unless it was spent before: of many calls at once one marks it.
   * Answers when it was spent before; undefined for the one that marked it, or when there is no such artifact.
   */
  spend(key: string, at: number): Promise<number | undefined>
  delete(key: string): Promise<void>
  deleteGrant(grant: string): Promise<void>
  /** Forgets what has expired of one owner, by the owner's own time (ms). */
  sweep(owner: string, now: number): Promise<void>
  /** Forgets of one owner's kind those that expire first, until so many are left. */
  trim(owner: string, kind: string, most: number): Promise<void>
  deleteOwner(owner: string): Promise<void>
}
