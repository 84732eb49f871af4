import type { IdpEvent } from '@doorstep/mock-idp'
import type { Act, Did } from '../tenant/events.ts'
import { type AdminForm, formAt, type Registrations } from './admin-forms.ts'

type Exchange = Extract<IdpEvent, { type: 'request' }>

interface Page {
  screen: string
  /** The link that leads there, as people read it. */
  link: string
}

/** The pages by their paths below `/admin`. */
const pages: [RegExp, Page][] = [
  [/^$/, { screen: 'entra-admin-center', link: 'Home' }],
  [/^\/users$/, { screen: 'entra-users', link: 'All users' }],
  [/^\/applications$/, { screen: 'app-registrations', link: 'App registrations' }],
  [/^\/applications\/new$/, { screen: 'register-an-application', link: 'New registration' }],
  [/^\/applications\/[^/]+$/, { screen: 'app-overview', link: 'Overview' }],
  [
    /^\/applications\/[^/]+\/secrets$/,
    { screen: 'certificates-and-secrets', link: 'Certificates & secrets' },
  ],
  [/^\/applications\/[^/]+\/secrets\/new$/, { screen: 'add-a-client-secret', link: 'New client secret' }],
  [/^\/applications\/[^/]+\/authentication$/, { screen: 'app-authentication', link: 'Authentication' }],
]

const admin = /^\/[^/]+\/admin(?<below>\/.*)?$/

/** A path below the admin center; undefined for any other. */
function belowAdmin(path: string): string | undefined {
  const found = admin.exec(new URL(path, 'http://provider.invalid').pathname)
  return found ? (found.groups?.below ?? '') : undefined
}

const act = (did: Did, shown: Act['shown']): Act => ({
  kind: 'act',
  at: 'admin-center',
  did,
  ...(shown ? { shown } : {}),
})

/** What is done in the admin center of one sandbox, derived from the pages and forms that are requested there. */
export class AdminCenter {
  readonly #registrations: Registrations
  /** The page that is shown. */
  #path: string | undefined
  #screen = 'entra-admin-center'
  /** The browser is there, not at another page of the provider. */
  #isOpen = false
  /** The next page loads after a form, without a click. */
  #isLed = false
  /** The sign-in whose first page has not been asked for yet: the provider may still ask something. */
  #signIn: Act | undefined

  constructor(registrations: Registrations) {
    this.#registrations = registrations
  }

  /** A sign-in there has succeeded. It is published together with the page that it leads to. */
  enter(signIn: Act): void {
    this.#signIn = signIn
  }

  /** Somebody signs out at the provider: of the admin center, where that is open. The documentation knows no page behind it. */
  leave(): Act[] {
    if (!this.#isOpen) return []
    this.#isOpen = false
    this.#path = undefined
    return [
      act({ what: 'send', screen: this.#screen, press: 'Sign out', fields: {} }, { screen: 'signed-out' }),
    ]
  }

  of({ method, path, status, by, form = {} }: Exchange): Act[] {
    const below = belowAdmin(path)
    if (by === 'browser') this.#isOpen = below !== undefined
    if (below === undefined || status >= 500) return []
    const sent = method === 'POST' ? formAt(below, form, this.#registrations) : undefined
    if (sent) return [this.#send(sent, status < 400)]
    const [, page] = pages.find(([pattern]) => pattern.test(below)) ?? []
    return method === 'GET' && status === 200 && page ? this.#open(below, page) : []
  }

  #send({ screen, press, fields, leadsTo, problem }: AdminForm, isTaken: boolean): Act {
    this.#isLed = isTaken
    const refused = { screen, ...(problem === undefined ? {} : { message: problem }) }
    return act({ what: 'send', screen, press, fields }, isTaken ? { screen: leadsTo } : refused)
  }

  #open(path: string, { screen, link }: Page): Act[] {
    const from = this.#screen
    const isNew = !this.#isLed && path !== this.#path
    const signIn = this.#signIn
    this.#path = path
    this.#screen = screen
    this.#isLed = false
    this.#signIn = undefined
    if (signIn) return [{ ...signIn, shown: { screen } }]
    if (!isNew) return []
    if (path === '') return [act({ what: 'visit', address: 'admin-center' }, { screen })]
    // In the list, an application is a link with its display name.
    const press = from === 'app-registrations' && screen === 'app-overview' ? {} : { press: link }
    return [act({ what: 'send', screen: from, ...press, fields: {} }, { screen })]
  }
}
