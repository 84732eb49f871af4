import type { Capability } from '../../../machines/model/event.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Values } from '../../../machines/model/values.ts'
import type { Documented } from '../documented.ts'
import type { MailboxSetting } from '../mailboxes/settings.ts'
import type { Interlude, Overrides } from '../overrides.ts'
import type { OwnPages } from '../own-pages.ts'
import type { Csrf, MailedCode, Passwords } from '../target.ts'
import type {
  Arrange,
  ClockSetting,
  Json,
  ProtectedPage,
  ProviderSetting,
  Started,
  StartTools,
  Visitor,
  Where,
} from './functions.ts'

/**
 * What a team says about its own deployment, so that Doorstep can check it. `Data` is what `start` hands to everything else; it
 * travels to other processes as JSON.
 */
export interface Deployment<Data extends Json = Json> {
  /** As it is called in a report. */
  name: string
  /** The login page, where a person begins if they know no other address. Can be left out if `start` answers it. */
  url?: string | undefined
  /** Begins the deployment, where it does not run anyway; once for a whole check. */
  start?: ((tools: StartTools) => Promise<Started<Data>>) | undefined
  /** What runs there: a version or a commit, for the report. */
  build?: ((where: Where<Data>) => Promise<string>) | undefined
  /** Its documented procedures: packs, or folders of packs beside this file. Default: the bundled pack. */
  packs?: (Pack | string)[] | undefined
  /** The values of the model’s symbols here: kind of field → symbol → value. */
  values?: Values | undefined
  /** The flows it has. Default: those of which at least one given is arranged. */
  flows?: string[] | undefined
  /**
   * What it has beyond what the rest of the profile tells: `mailbox`, `clock` and `identity-provider` follow from the keys of
   * these names.
   */
  capabilities?: Capability[] | undefined
  /**
   * How that is made true which is given before a flow begins: by the given's name, or by `<flow>/<given>` where it differs
   * between flows; one function where it arranges all of them.
   */
  givens: Record<string, Arrange<Data>> | Arrange<Data>
  /** Where the mail arrives. */
  mailbox?: MailboxSetting | undefined
  /**
   * The second factor is a code in a mail, or in what else the mailbox reads, in place of one of an app: where it is there, at each login
   * or on each new device.
   */
  mailedCode?: RegExp | MailedCode | undefined
  /** An unused mail address, for an id of lower-case letters and digits. Default: `doorstep-<id>@example.com`. */
  freshAddress?: ((id: string) => string) | undefined
  /** The provider it trusts, or can be set up to trust, for single sign-on. */
  provider?: ProviderSetting | undefined
  /** The deployment's time. Default: this machine's, which cannot be moved. */
  clock?: ClockSetting<Data> | undefined
  /** Milliseconds that a screen may take to appear. Default: 10,000. */
  patience?: number | undefined
  /** Seconds that arranging a given may take. Default: 30. */
  arrangeWithin?: number | undefined
  /** A page that only a signed-in person may see, and how to recognise whether it opens. */
  protectedPage?: ProtectedPage<Data> | undefined
  /** Whether the deployment knows of a session. Without it, the protected page alone decides. */
  session?: ((visitor: Visitor<Data>) => Promise<boolean>) | undefined
  passwords?: Passwords | undefined
  /** How screens differ from the documented ones, by their ids. */
  screens?: Overrides | undefined
  /** Origins whose frames are a part of its pages, where they are not the one of the page: `['https://id.example.com']`. */
  frames?: string[] | undefined
  /** Screens that may come in between. */
  between?: Interlude[] | undefined
  /** `<flow>/<event>` → why it cannot be done here. */
  notHere?: Record<string, string> | undefined
  /** `<flow>.<step>`, `<flow>/<transition>`, `<check>` or `<check>.<claim>` → why it is accepted that it differs. */
  accept?: Record<string, Accept> | undefined
  /** `<check>` → why it is not made here: it becomes `not-testable`. */
  leaveOut?: Record<string, string> | undefined
  /**
   * `shared` where all accounts depend on the same settings, such as one method of single sign-on or one clock for everybody: then
   * paths and checks run one after the other. Default: `shared` where `clock.advance` is given, else `separate`.
   */
  isolation?: 'separate' | 'shared' | undefined
  /**
   * Takes any certificate, for a test environment whose own is signed by nobody whom this machine knows. It holds for the browser and
   * for every other connection of the check. Default: false.
   */
  ignoreHTTPSErrors?: boolean | undefined
  /** Puts such settings back behind each path and check. */
  restore?: ((where: Where<Data>) => Promise<void>) | undefined
  /** Where the token against cross-site requests is, where its name does not say it. */
  csrf?: Csrf | undefined
  documented?: Documented | undefined
  pages?: OwnPages | undefined
}

/** Why a difference is accepted; as an object also which one, and for how long. */
export type Accept =
  | string
  | {
      reason: string
      /** What must be seen: words, in any case, or an expression. Another difference fails. */
      seen?: string | RegExp | undefined
      /** The last day, `YYYY-MM-DD`. After it the run fails. */
      until?: string | undefined
    }

/** Keeps the types of what `start` passes on; Doorstep reads and validates the profile when a check begins. */
export const defineDeployment = <Data extends Json = null>(deployment: Deployment<Data>): Deployment<Data> =>
  deployment
