import type { Pack } from '../../../machines/model/pack.ts'
import type { Credentials } from '../../../machines/model/perform.ts'
import { exitOf } from './exit-of.ts'
import type { Frame } from './frame.ts'
import type { Keeper, Seats } from './kept.ts'
import { isAskedToSignIn, signIn } from './sign-in.ts'

/** The holder of the account. */
export const HOLDER = ''

interface ChairOptions {
  pack: Pack
  frame: Frame
  keeper: Keeper
  /** Address of a page that only someone who is logged in sees. */
  protectedPage: string | undefined
  /** Address at which one signs out at the provider. */
  signOut: string
  credentialsOf(person: string): Credentials
}

const holderOnly: Seats = { sits: HOLDER, atProduct: HOLDER, atProvider: HOLDER, left: {} }

/** The one frame, used by several people in turn: who comes finds it as though it were their own browser. */
export class Chair {
  readonly #options: ChairOptions

  constructor(options: ChairOptions) {
    this.#options = options
  }

  get #seats(): Seats {
    return this.#options.keeper.kept?.seats ?? holderOnly
  }

  #note(change: Partial<Seats>) {
    this.#options.keeper.update({ seats: { ...this.#seats, ...change } })
  }

  /** This person has signed in at the provider. */
  signedIn(person: string): void {
    this.#note({ atProvider: person })
  }

  /**
   * Lets a person sit down. The person who was logged in leaves, and the page that this person saw last is shown again.
   */
  async take(person: string): Promise<void> {
    const { pack, frame } = this.#options
    const { sits, left, atProduct, atProvider } = this.#seats
    if (sits === person) return
    if (frame.page) this.#note({ left: { ...left, [sits]: frame.page.url } })
    const sharesBrowser = pack.participants?.[person]?.sharesBrowser === true
    if (!sharesBrowser && atProduct !== person) {
      await this.#logOut()
      this.#note({ atProduct: person })
    }
    if (atProvider !== person) {
      await frame.visit(this.#options.signOut)
      this.#note({ atProvider: HOLDER })
    }
    this.#note({ sits: person })
    const address = left[person]
    if (address && (sharesBrowser || frame.isOfProduct(address)))
      await this.#comeBack(person, address, sharesBrowser)
  }

  async #logOut() {
    const { pack, frame, protectedPage } = this.#options
    const exit = exitOf(pack)
    if (!exit || protectedPage === undefined) return
    const page = await frame.visit(protectedPage)
    if (page?.screen === exit.screen) await frame.press(exit.press)
  }

  /** In a tab at the provider, who was signed out meanwhile is asked again. */
  async #comeBack(person: string, address: string, isTab: boolean) {
    const { frame, credentialsOf } = this.#options
    await frame.visit(address)
    if (!isTab || !(await isAskedToSignIn(frame))) return
    await signIn(frame, credentialsOf(person))
    this.signedIn(person)
    if (frame.page?.url !== address) await frame.visit(address)
  }
}
