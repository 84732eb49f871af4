/**
 * What a person does on one screen, as data: what is typed (label of a field → symbol of its value), and what is pressed then.
 * With `at: 'mail'` the screen is a mail, and the newest one is opened.
 */
export interface Act<S extends string = string> {
  screen: S
  at?: 'screen' | 'mail'
  fill?: Readonly<Record<string, string>>
  press?: string
}

/** The starting point of a person that a deployment can arrange: a given of a flow. */
export interface Situation {
  flow: string
  given: string
}

/**
 * How a product does what the standards talk about, so that a check names clauses and no screens. Each role is optional:
 * a check that needs one which a pack lacks is `not-testable`. Strings are ids of screens of the pack.
 */
export interface Roles<S extends string = string> {
  /** Being logged in, and ending it. */
  session?: {
    /** Opens only to someone who is logged in. */
    protectedPage: S
    logOut: Act<S>
    /** Where someone is who is logged out. */
    entrance: S
  }

  /** Logging in with an address and a password. */
  login?: {
    /** Someone with a password and no second factor yet, not logged in. */
    withoutFactor: Situation
    /** From the entrance to the form that asks for the address. */
    start: Act<S>
    emailForm: S
    enterEmail(symbol: string): Act<S>
    passwordForm: S
    enterPassword(symbol: string): Act<S>
  }

  /** One-time codes of an authenticator app. */
  codes?: {
    /** Someone with a password and an authenticator app, not logged in. */
    holder: Situation
    codeForm: S
    enterCode(symbol: string): Act<S>
    /** The first login offers the methods. */
    methods: S
    chooseApp: Act<S>
    /** Shows the key of the app, and asks for its first code. */
    enrolment: S
    enterFirstCode(symbol: string): Act<S>
  }

  /** Security keys, by WebAuthn. */
  keys?: {
    /** Someone with a password and a registered security key, not logged in. */
    holder: Situation
    /** The login asks for the key. */
    prompt: S
    useKey: Act<S>
    methods: S
    chooseKey: Act<S>
    registration: S
    registerKey: Act<S>
    /** Where the key gets a name, if it gets one. */
    naming?: { form: S; name: Act<S> }
  }

  /** Activating an account by a mailed link. */
  activation?: {
    /** Someone who has just been invited. */
    invited: Situation
    openLink: Act<S>
    passwordForm: S
    choosePassword: Act<S>
    done: S
    /** Shown for a link that has expired, and asks for another one there. */
    expired: S
    renew?: Act<S>
    /** Shown for a link that is not valid. */
    invalid: S
  }

  /** Resetting a forgotten password by a mailed link. */
  reset?: {
    /** On the password form of the login. */
    start: Act<S>
    emailForm: S
    ask(symbol: string): Act<S>
    sent: S
    /** On the page that says that the mail was sent: sends it again. Absent where people ask anew. */
    resend?: Act<S>
    openLink: Act<S>
    passwordForm: S
    choosePassword: Act<S>
    done: S
    invalid: S
  }

  /** Adding users, and seeing them in a list. */
  administration?: {
    /** Logged in, and allowed to. */
    administrator: Situation
    /** Logged in, and not allowed to. */
    viewer: Situation
    /** From the protected page to the list. */
    open: readonly Act<S>[]
    list: S
    startAdding: Act<S>
    /** The address that is typed is the symbol `new` of its field. */
    add(role: string): Act<S>
    emailField: { label: string }
    /** Roles of the product, the least powerful first. */
    ranks: readonly { label: string }[]
    /** Those of them that may neither add nor change users. Default: the least powerful one. */
    mayNot?: readonly { label: string }[]
    resend: Act<S>
  }

  /** Logging in at an identity provider. */
  sso?: {
    /** Someone who was added to the product and is signed in at the provider. */
    signedIn: Situation
    /** On the form that asks for the address: sends the browser to the provider. */
    goToProvider: Act<S>
    /** In the mail to someone who was added. Absent where none is sent. */
    openLink?: Act<S>
  }

  /** The settings of single sign-on. */
  ssoSettings?: {
    /** Logged in, and allowed to. The flow's `evidence` shows what is saved. */
    administrator: Situation
    /** The roles of the product that may not change them. Default: the least powerful one. */
    mayNot?: readonly { label: string }[]
    /** From the protected page to the choice of a method. */
    open: readonly Act<S>[]
    openIdConnect: SsoMethod<S>
    /** Absent where the product has no such method. */
    entra?: SsoMethod<S>
    /** Back to the login of the product itself. Absent where nothing leads back. */
    back?: Pick<SsoMethod<S>, 'choose' | 'form' | 'save'>
    saved: S
  }
}

/** One method of single sign-on in the settings. */
export interface SsoMethod<S extends string = string> {
  choose: Act<S>
  form: S
  /** @param discoveryUrl symbol of the address, where the method asks for one */
  fill(discoveryUrl: string): Act<S>
  save: Act<S>
  /** Leaves the form, and saves nothing. Absent where nothing says so. */
  cancel?: Act<S>
}

export type RoleName = keyof Roles

/** A role that a pack has. */
export type Role<N extends RoleName> = NonNullable<Roles[N]>

/** What each role is, as a report names it. */
export const aboutRoles: Readonly<Record<RoleName, string>> = {
  session: 'logging out, and a page that opens only to someone who is logged in',
  login: 'logging in with an address and a password',
  codes: 'one-time codes of an authenticator app',
  keys: 'security keys',
  activation: 'activating an account by a mailed link',
  reset: 'resetting a password by a mailed link',
  administration: 'adding users',
  sso: 'logging in at an identity provider',
  ssoSettings: 'the settings of single sign-on',
}

/** Parts of a role that a product may lack, and do the rest of it all the same. */
export const separableParts: { readonly [N in RoleName]?: readonly (keyof Role<N>)[] } = {
  ssoSettings: ['entra'],
}

/** Every screen, act and situation that a pack's roles name, with its place: `login.start`. */
export interface RoleParts {
  acts: { where: string; act: Act }[]
  screens: { where: string; screen: string }[]
  situations: { where: string; situation: Situation }[]
}

/** Takes roles apart, so that a pack can be checked for everything they name. */
export function partsOf(roles: Roles): RoleParts {
  const parts: RoleParts = { acts: [], screens: [], situations: [] }
  const visit = (where: string, value: unknown): void => {
    if (typeof value === 'string') parts.screens.push({ where, screen: value })
    else if (typeof value === 'function') visit(where, value('right'))
    else if (Array.isArray(value)) {
      for (const one of value) visit(where, one)
    } else if (typeof value !== 'object' || value === null || 'label' in value) return
    else if ('given' in value) parts.situations.push({ where, situation: value as Situation })
    else if ('screen' in value) parts.acts.push({ where, act: value as Act })
    else for (const [key, one] of Object.entries(value)) visit(where ? `${where}.${key}` : key, one)
  }
  visit('', roles)
  return parts
}
