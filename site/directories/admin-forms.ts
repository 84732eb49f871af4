import { redirectUriProblem } from '../../mock-idp/directory/redirect-uri.ts'
import type { Fields, Symbols } from '../tenant/events.ts'
import { filled } from '../tenant/symbols.ts'

type Form = Record<string, string>

/** What is registered, and what should be. */
export interface Registrations {
  /** Whether an address is the one that the documentation wants registered. */
  isDocumented(uri: string): boolean
  /** The redirect URIs of an application for the web, by its object id. */
  redirectUrisOf(application: string): string[]
}

/** A form of the admin center as it was sent. */
export interface AdminForm {
  screen: string
  press: string
  fields: Fields
  /** The screen that is shown when it is taken. */
  leadsTo: string
  /** What its screen says when it is not, where the form itself tells. */
  problem?: string | undefined
}

/** Labels of the documentation. The page adds a remark to some. */
const accountTypes: Record<string, string> = {
  AzureADMyOrg: 'Accounts in this organizational directory only',
  AzureADMultipleOrgs: 'Accounts in any organizational directory',
  AzureADandPersonalMicrosoftAccount: 'Accounts in any organizational directory and personal accounts',
  PersonalMicrosoftAccount: 'Personal accounts only',
}

const platforms: Record<string, string> = {
  '': 'Select a platform',
  web: 'Web',
  spa: 'Single-page application',
  publicClient: 'Public client/native',
}

const optionOf = (options: Record<string, string>, value: string): Symbols =>
  Object.hasOwn(options, value) ? [options[value] ?? ''] : []

function symbolsOfUri(typed: string, { isDocumented }: Registrations): Symbols {
  const uri = typed.trim()
  if (uri === '') return ['empty']
  if (isDocumented(uri)) return ['documented']
  return [uri.startsWith('http:') ? 'http' : 'other']
}

/** What is said of an address that can't be registered, but for the address. */
const problemOfUri = (uri: string) => (uri ? redirectUriProblem(uri)?.replaceAll(uri, '…') : undefined)

function registration(form: Form, registrations: Registrations): AdminForm {
  const { name = '', audience = '', platform = '', redirectUri = '' } = form
  const uri = redirectUri.trim()
  const withoutPlatform = uri !== '' && platform === ''
  return {
    screen: 'register-an-application',
    press: 'Register',
    fields: {
      Name: filled(name),
      'Supported account types': optionOf(accountTypes, audience),
      Platform: optionOf(platforms, platform),
      'Redirect URI (optional)': symbolsOfUri(uri, registrations),
    },
    leadsTo: 'app-overview',
    problem:
      name.trim() === ''
        ? 'Enter a name for the application.'
        : withoutPlatform
          ? 'Select the platform that the redirect URI is for.'
          : problemOfUri(uri),
  }
}

const newSecret = ({ description = '', days = '' }: Form): AdminForm => ({
  screen: 'add-a-client-secret',
  press: 'Add',
  fields: { Description: filled(description), Expires: /^\d{1,3}$/.test(days) ? [`${days} days`] : [] },
  leadsTo: 'certificates-and-secrets',
})

const removedSecret = (): AdminForm => ({
  screen: 'certificates-and-secrets',
  press: 'Delete',
  fields: {},
  leadsTo: 'certificates-and-secrets',
})

/** Each platform has a list of the same name. The address that was added is the last of its list. */
function authentication(form: Form, registrations: Registrations, application: string): AdminForm {
  const { web = '', spa = '', publicClient = '', audience = '', idTokens = '', logoutUrl = '' } = form
  const added = [web, spa, publicClient].map((uri) => uri.trim()).filter(Boolean)
  const isThere = registrations.redirectUrisOf(application).some(registrations.isDocumented)
  const symbols = [
    ...(isThere ? ['documented'] : []),
    ...added.flatMap((uri) => symbolsOfUri(uri, registrations)),
  ]
  return {
    screen: 'app-authentication',
    press: 'Save',
    fields: {
      'Redirect URIs': symbols.length > 0 ? [...new Set(symbols)] : ['empty'],
      'ID tokens (used for implicit and hybrid flows)': filled(idTokens),
      'Front-channel logout URL': filled(logoutUrl),
      'Supported account types': optionOf(accountTypes, audience),
    },
    leadsTo: 'app-authentication',
    problem: added.map(problemOfUri).find((problem) => problem !== undefined),
  }
}

const newUser = ({ userPrincipalName = '', displayName = '', password = '' }: Form): AdminForm => ({
  screen: 'entra-users',
  press: 'Create',
  fields: {
    'User principal name': filled(userPrincipalName),
    'Display name': filled(displayName),
    Password: filled(password),
  },
  leadsTo: 'entra-users',
})

const forms: [RegExp, (form: Form, registrations: Registrations, application: string) => AdminForm][] = [
  [/^\/users$/, newUser],
  [/^\/applications\/new$/, registration],
  [/^\/applications\/([^/]+)\/secrets\/new$/, newSecret],
  [/^\/applications\/([^/]+)\/secrets\/remove$/, removedSecret],
  [/^\/applications\/([^/]+)\/authentication$/, authentication],
]

/** The form that was sent to a path below `/admin`; undefined if the request is not a form. */
export function formAt(path: string, form: Form, registrations: Registrations): AdminForm | undefined {
  for (const [pattern, read] of forms) {
    const found = pattern.exec(path)
    if (found) return read(form, registrations, found[1] ?? '')
  }
  return undefined
}
