/** The mock identity provider: start it, give it directories, let real clients sign in, let it misbehave. */

export type { Clock } from './clock.ts'
export {
  type DirectoryFields,
  makeApplication,
  makeDirectory,
  makeGroup,
  makeSecret,
  makeUser,
} from './directory/make.ts'
export type { Application, Directory, Group, Lifetimes, PasswordCredential, User } from './directory/types.ts'
export type { IdpEvent, WholeExchange } from './log/events.ts'
export type { EnqueuedAnswer, RecordedRequest } from './log/requests.ts'
export { findMisbehaviour, misbehaviours } from './misbehaviours/index.ts'
export type { Misbehaviour } from './misbehaviours/types.ts'
export type { MockIdp } from './mock-idp.ts'
export { adminCenterId } from './provider/own-applications.ts'
export { type MockIdpOptions, startMockIdp } from './start.ts'
export type { ArtifactStore } from './store/artifacts.ts'
export type { DirectoryStore } from './store/directories.ts'
export { sqliteStore } from './store/sqlite.ts'
export { type IdpStore, StoreError } from './store/store.ts'
