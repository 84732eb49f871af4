/** What a pack is written with: `import { definePack, defineFlow } from 'doorstep'`. Nothing here needs Node. */

export { assign, setup } from 'xstate'
export type { Capability, EventPlace, EventSpec, Evidence, Leg, Reading, WhichMail } from './model/event.ts'
export {
  type Alike,
  defineFlow,
  type Flow,
  type FlowTypes,
  type Gap,
  GOAL,
  SIGNED_IN,
  type StateMeta,
} from './model/flow.ts'
export { type Origin, refused, refuses, type StepId, type TransitionMeta, to } from './model/origin.ts'
export { definePack, type Pack, PackError, type Participant, type Sample } from './model/pack.ts'
export type { Controls, Credentials } from './model/perform.ts'
export type { Act, Role, RoleName, Roles, Situation, SsoMethod } from './model/roles.ts'
export { defineScreens, type Field, type Holds, type Screen, type Screens } from './model/screen.ts'
export { type Known, type Value, type Values, withTag } from './model/values.ts'
