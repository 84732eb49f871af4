import type { Browser, BrowserContextOptions } from '@playwright/test'
import type { Role, RoleName, Situation } from '../../../machines/model/roles.ts'
import { begin } from '../../../machines/model/walk.ts'
import { flowIn, packOf } from '../../packs/pack-of.ts'
import { giveKept, keptBy } from '../../page/kept.ts'
import { Session } from '../../session/session.ts'
import type { SignedInFacts } from '../../session/signed-in.ts'
import { isIn } from '../../session/signed-in.ts'
import { Watch } from '../../session/watch.ts'
import type { Documented } from '../../targets/documented.ts'
import type { OwnPages } from '../../targets/own-pages.ts'
import type { Arrangement, Target } from '../../targets/target.ts'
import { type Check, whatIsMissing } from '../check.ts'
import { roleHere, whyNoRole } from '../role-here.ts'
import { Claims } from './claims.ts'
import { CheckFault, Disproved, NotArranged, NotTestable } from './outcome.ts'
import { Person } from './person.ts'

/** Where a check runs: people in separate browsers, and what the check has claimed so far. */
export class Bench {
  readonly browser: Browser
  readonly target: Target
  readonly claims: Claims
  /** Those of the people who were arranged. */
  readonly ownPasswords = new Set<string>()
  /** The person who acted last; a picture of their page goes into the report when something fails. */
  last: Person | undefined
  readonly #check: Check
  readonly #options: BrowserContextOptions
  readonly #watch: Watch
  readonly #leave: (() => Promise<void>)[] = []

  constructor(browser: Browser, target: Target, check: Check, options: BrowserContextOptions = {}) {
    this.browser = browser
    this.#options = options
    this.#check = check
    this.target = target
    this.claims = new Claims(check.claims)
    this.#watch = new Watch(target.patience)
  }

  /** The bench of another check at the same target. */
  beside = (check: Check): Bench => new Bench(this.browser, this.target, check, this.#options)

  /** @throws NotTestable where the target lacks what the check needs; Hangs where one of its pages lets nobody go on */
  async prove(): Promise<void> {
    const missing = whatIsMissing(this.#check, this.target)
    if (missing) throw new NotTestable(missing)
    await this.#watch.during(this.#check.prove(this))
  }

  /**
   * How the product does something.
   * @throws CheckFault when the check does not declare that it needs this role
   */
  role<N extends RoleName>(name: N): Role<N> {
    const { id, roles, uses = [] } = this.#check
    if (![...roles.flat(), ...uses].includes(name))
      throw new CheckFault(`${id} uses the role ${name} and does not declare it.`)
    const role = this.optionalRole(name)
    if (role) return role
    throw new NotTestable(whyNoRole(this.target, name) ?? name)
  }

  /** The same; `undefined` where the target does not do it. */
  optionalRole = <N extends RoleName>(name: N): Role<N> | undefined => roleHere(this.target, name)

  /** Whether the target can arrange that someone begins there. */
  canArrange = ({ flow, given }: Situation): boolean => !this.target.cannotArrange?.(flow, given)

  /**
   * Arranges a given in a new session, with a person at a browser: on the protected page if the flow begins logged in,
   * else on an empty page.
   * @throws NotArranged @throws NotTestable
   */
  async person(situation: Situation): Promise<Person> {
    const { packs } = this.target
    const person = await this.#open(await this.arrange(situation), undefined, packOf(packs, situation.flow))
    if (begin(flowIn(packs, situation.flow), situation.given).signedIn) await person.session.beginSignedIn()
    return person
  }

  /** Arranges a given, before anyone is there. */
  async arrange({ flow, given }: Situation): Promise<Arrangement> {
    const cannot = this.target.cannotArrange?.(flow, given)
    if (cannot) throw new NotTestable(cannot)
    const arranged = await this.target.arrange(flow, given, this.browser).catch((cause: unknown) => {
      throw new NotArranged(cause instanceof Error ? cause.message : String(cause), { cause })
    })
    this.#leave.push(() => arranged.leave())
    this.ownPasswords.add(arranged.account.password)
    return arranged
  }

  /** The same person at another computer, where no one is logged in; their phone is the same. */
  elsewhere({ session }: Person): Promise<Person> {
    return this.#open(session.arranged, session)
  }

  /** The person’s computer as it is now, a second time: what the browser keeps for the deployment, and nothing that a page shows. */
  async copyOf(person: Person): Promise<Person> {
    const kept = await keptBy(person.page, new URL(person.session.arranged.url).origin)
    const copy = await this.elsewhere(person)
    await giveKept(copy.session.context, kept)
    return copy
  }

  /** Someone else at the same deployment, with another computer and another phone. */
  another({ session }: Person): Promise<Person> {
    return this.#open({ ...session.arranged, app: session.arranged.app?.copy() })
  }

  async #open(
    arranged: Arrangement,
    other?: Session,
    pack = other?.pack ?? packOf(this.target.packs, arranged.flow ?? ''),
  ): Promise<Person> {
    const context = await this.browser.newContext(this.#options)
    this.#leave.unshift(() => context.close())
    const shared = { watch: this.#watch, ...(other && { app: other.app }) }
    this.last = new Person(await Session.open(context, this.target, pack, arranged, shared), this)
    return this.last
  }

  /**
   * Judges a claim; one that was judged before must hold again.
   * @param observed what is seen where it does not hold
   */
  claim(id: string, holds: boolean, observed = 'the claim does not hold'): boolean {
    this.claims.judge(id, holds ? 'passed' : 'failed', holds ? undefined : observed)
    return holds
  }

  /** Judges that nobody is logged in. Where somebody is, no profile can accept it. */
  claimOut(id: string, facts: SignedInFacts, observed = 'someone is logged in'): void {
    if (isIn(facts)) this.claims.judge(id, 'failed', observed, { wrongSession: true })
    else this.claims.judge(id, 'passed')
  }

  /** Judges a claim without which the rest makes no sense. @throws Disproved when it does not hold */
  require(id: string, holds: boolean, observed?: string): void {
    if (!this.claim(id, holds, observed)) throw new Disproved(id)
  }

  /** Nothing is known of a claim, and why. */
  unproven(id: string, why: string): void {
    this.claims.judge(id, 'inconclusive', why)
  }

  /** A claim cannot be tested here, and why. */
  skip(id: string, why: string): void {
    this.claims.judge(id, 'not-testable', why)
  }

  /** What the deployment documents. */
  documented<K extends keyof Documented>(key: K): NonNullable<Documented[K]> {
    const value = this.target.documented?.[key]
    if (value === undefined) throw new NotTestable(`${this.target.name} lacks documented.${key}.`)
    return value
  }

  pages<K extends keyof OwnPages>(key: K): NonNullable<OwnPages[K]> {
    const value = this.target.pages?.[key]
    if (value === undefined) throw new NotTestable(`${this.target.name} lacks pages.${key}.`)
    return value
  }

  /** Closes the browsers and gives the sessions back; a failure to do so is no verdict on the target. */
  async close(): Promise<void> {
    for (const leave of this.#leave) await leave().catch(() => undefined)
  }
}
