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
export {
  type Arrange,
  type Arranged,
  type Deployment,
  defineDeployment,
  type Json,
  type Started,
  type StartTools,
  type Tools,
  type Visitor,
} from './targets/profile/deployment.ts'
export type { Account, KeyCredential, Mail, Provider } from './targets/target.ts'
