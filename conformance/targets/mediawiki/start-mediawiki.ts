import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import getPort from 'get-port'
import { runToEnd, startServer } from '../server-process.ts'

/** Where Debian's package puts it. */
const FOLDER = '/usr/share/mediawiki'

export type Wiki = {
  /** The file with its settings. */
  settings: string
}

/**
 * Starts the MediaWiki of Debian's packages `mediawiki`, `php-cli` and `php-sqlite3` with an empty database and its extension
 * OATHAuth, in a folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startMediawiki(smtp: { port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-mediawiki-'))
  const port = await getPort()
  const url = `http://localhost:${port}`
  const settings = join(folder, 'LocalSettings.php')
  const remove = () => rm(folder, { recursive: true, force: true })
  const place = ['--dbtype', 'sqlite', '--dbpath', folder, '--confpath', folder]
  const site = ['--server', url, '--scriptpath', '', '--pass', 'a long one that nobody uses']
  try {
    await runToEnd('php', [maintenance('install'), ...place, ...site, 'Harbour Wiki', 'Admin'])
    await appendFile(settings, settingsOf(smtp.port))
    await runToEnd('php', [maintenance('update'), '--conf', settings, '--quick'])
    const end = await startServer('php', ['-S', `127.0.0.1:${port}`, '-t', FOLDER], {
      url: `${url}/index.php?title=Special:UserLogin`,
      env: { ...process.env, MW_CONFIG_FILE: settings, PHP_CLI_SERVER_WORKERS: '6' },
    })
    const close = async () => {
      await end()
      await remove()
    }
    return { url: `${url}/index.php?title=Main_Page`, data: { settings } satisfies Wiki, close }
  } catch (error) {
    await remove()
    throw error
  }
}

const maintenance = (script: string) => join(FOLDER, 'maintenance', `${script}.php`)

/** As an administrator would set it up who follows the documentation: long passwords, and a second factor for everybody who wants one. */
const settingsOf = (smtpPort: number) => `
wfLoadExtension( 'OATHAuth' );
$wgGroupPermissions['user']['oathauth-enable'] = true;
$wgSMTP = [ 'host' => '127.0.0.1', 'IDHost' => 'localhost', 'port' => ${smtpPort}, 'auth' => false ];
$wgPasswordSender = 'wiki@example.com';
$wgPasswordPolicy['policies']['default']['MinimalPasswordLength'] = [ 'value' => 12, 'suggestChangeOnLogin' => false ];
$wgMainCacheType = CACHE_DB;
$wgSessionCacheType = CACHE_DB;
$wgJobRunRate = 1;
`

/** Adds somebody with a password and an address, with the scripts that come with MediaWiki. */
export async function addPerson({ settings }: Wiki, name: string, password: string, email: string) {
  const run = (script: string, ...args: string[]) =>
    promisify(execFile)('php', [maintenance(script), '--conf', settings, ...args])
  await run('createAndPromote', name, password)
  await run('resetUserEmail', '--no-reset-password', name, email)
}
