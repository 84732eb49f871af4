import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Target } from './runners/outcome.ts'

const modules = '/usr/lib/apache2/modules'
const apache = '/usr/sbin/apache2'

/** Whether Debian's packages apache2-bin and libapache2-mod-auth-openidc are here. */
export const hasModAuthOpenidc: boolean = existsSync(apache) && existsSync(`${modules}/mod_auth_openidc.so`)

/** What every Apache here begins with. */
const server = (port: string, folder: string): string =>
  `
ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
${['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'headers', 'auth_openidc']
  .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
  .join('\n')}
TypesConfig /dev/null
DocumentRoot ${folder}/pages
OIDCCryptoPassphrase a-passphrase-of-the-test
`.trimStart()

/** With one protected page that shows who is signed in. */
export const apacheConfig = (
  { issuer, clientId, clientSecret, redirectUri }: Target,
  folder: string,
): string =>
  `${server(new URL(redirectUri).port, folder)}
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCSSLValidateServer Off
OIDCClientID ${clientId}
OIDCClientSecret ${clientSecret}
OIDCRedirectURI ${redirectUri}
OIDCScope "openid profile email"
OIDCPKCEMethod S256
OIDCRemoteUserClaim email
<Location />
  AuthType openid-connect
  Require valid-user
  Header set X-User expr=%{REMOTE_USER}
</Location>
`

/** As an API, which takes access tokens that are signed with published keys. */
export const apacheApiConfig = (
  { address, jwksUri, certificateFile }: { address: string; jwksUri: string; certificateFile: string },
  folder: string,
): string =>
  `${server(new URL(address).port, folder)}
OIDCOAuthVerifyJwksUri ${jwksUri}
OIDCCABundlePath ${certificateFile}
OIDCOAuthRemoteUserClaim aud
<Location />
  AuthType oauth20
  Require claim roles:Orders.Process
  Header set X-User expr=%{REMOTE_USER}
</Location>
`

export class ApacheFailed extends Error {
  readonly code = 'APACHE_FAILED'
}

/** Starts Apache in the foreground and answers once it takes connections at an address. */
export async function startApache(
  address: string,
  configIn: (folder: string) => string,
): Promise<{ stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'idp-apache-'))
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'index.html'), 'the protected page')
  writeFileSync(join(folder, 'apache.conf'), configIn(folder))
  const child = spawn(apache, ['-X', '-f', join(folder, 'apache.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  const { origin } = new URL(address)
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (child.exitCode !== null) throw new ApacheFailed(`Apache did not start: ${said}`)
    if (await fetch(origin, { redirect: 'manual' }).catch(() => undefined))
      return { stop: () => child.kill('SIGTERM') }
    await wait(50)
  }
  child.kill('SIGTERM')
  throw new ApacheFailed(`Apache takes no connections: ${said}`)
}
