/** What packs and profiles are written with: `import { definePack, defineDeployment } from 'doorstep'`. */

export * from '@doorstep/machines/authoring'
export type { MailboxSetting, ReadMail } from './targets/mailboxes/settings.ts'
export type {
  Absent,
  Element,
  InsteadContext,
  Interlude,
  Message,
  Override,
  Overrides,
} from './targets/overrides.ts'
export { type Deployment, defineDeployment } from './targets/profile/deployment.ts'
export type {
  Arrange,
  Arranged,
  Json,
  Started,
  StartTools,
  Tools,
  Visitor,
} from './targets/profile/functions.ts'
export type { Account, KeyCredential, Mail, Provider } from './targets/target.ts'
