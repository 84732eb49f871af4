/** What a profile of a deployment is written with: `import { defineDeployment } from 'doorstep'`. */

export type { Absent, Element, Interlude, Look, Looks, Way } from './targets/looks.ts'
export type { MailboxSetting, ReadMail } from './targets/mailboxes/settings.ts'
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
