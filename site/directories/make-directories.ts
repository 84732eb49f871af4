import { randomBytes } from 'node:crypto'
import {
  type Directory,
  type DirectoryFields,
  makeApplication,
  makeDirectory,
  makeSecret,
  makeUser,
} from '@doorstep/mock-idp'
import type { WantedDirectory } from '../tenant/provider-door.ts'

export interface Made {
  entra: Directory
  oidc: Directory
}

const DISPLAY_NAME = 'Larkspur Managed Services'

/** People who may register applications in a directory. */
export const administratorOf = (domain: string) => `cloud.administrator@${domain}`

/** What is given before anyone has registered 1Secure in Entra. */
const beforeRegistration = ['invited', 'cloud-administrator']

/** What a directory was made for, kept with it over a restart. */
const wantedAsMetadata = (wanted: WantedDirectory) => ({ wanted: JSON.stringify(wanted) })

/** Undefined where a directory is not one of a sandbox. */
export const wantedOf = ({ metadata }: Directory): WantedDirectory | undefined =>
  metadata?.wanted === undefined ? undefined : JSON.parse(metadata.wanted)

/** The Entra tenant and the OpenID provider of a sandbox: the same people, and the same application. */
export function makeDirectories(sandbox: string, wanted: WantedDirectory, clockOffset: number): Made {
  const { given, people, stranger, redirectUri, backChannelLogoutUri, postLogoutRedirectUri } = wanted
  const now = Date.now() + clockOffset
  const password = randomBytes(9).toString('base64url')
  const [first = ''] = people
  const domain = first.slice(first.lastIndexOf('@') + 1)
  const application = makeApplication(
    {
      displayName: '1Secure',
      consentedForAll: given !== 'consent-missing',
      passwordCredentials: [makeSecret(now, { displayName: 'for 1Secure' })],
      web: {
        redirectUris: [redirectUri],
        implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: false },
      },
      backchannelLogoutUri: backChannelLogoutUri,
      postLogoutRedirectUris: [postLogoutRedirectUri],
    },
    now,
  )
  const fields = (): Omit<DirectoryFields, 'kind'> => ({
    displayName: DISPLAY_NAME,
    domains: [domain],
    realm: sandbox,
    clockOffset,
    metadata: wantedAsMetadata(wanted),
    users: [
      ...[...new Set([...people, stranger])].map((mail) =>
        makeUser({ userPrincipalName: mail, mail, password }),
      ),
      makeUser({ userPrincipalName: administratorOf(domain), password, administrator: true }),
    ],
  })
  const registered = !beforeRegistration.includes(given)
  return {
    entra: makeDirectory({
      kind: 'entra',
      ...fields(),
      applications: registered ? [structuredClone(application)] : [],
    }),
    oidc: makeDirectory({ kind: 'oidc', id: sandbox, ...fields(), applications: [application] }),
  }
}
