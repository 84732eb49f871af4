import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import getPort from 'get-port'
import { startServer } from '../server-process.ts'

/** Where Debian's package puts its program, its settings, and an empty wiki. */
const PROGRAM = '/usr/share/dokuwiki'
const SETTINGS = '/etc/dokuwiki'
const EMPTY = '/var/lib/dokuwiki/data'

export type Doku = {
  /** The file with its users, one a line. */
  users: string
}

/**
 * Starts the DokuWiki of Debian's packages `dokuwiki` and `php-cli`, which sends mail by `msmtp`, with an empty wiki in a folder that is
 * removed at the end.
 * @throws with the last output if it does not start
 */
export async function startDokuwiki(smtp: { port: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-dokuwiki-'))
  const conf = join(folder, 'conf')
  const users = join(conf, 'users.auth.php')
  const port = await getPort()
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    await cp(PROGRAM, folder, { recursive: true, dereference: true })
    await rm(join(folder, 'inc', 'preload.php'))
    await cp(SETTINGS, conf, { recursive: true, filter: (path) => !path.endsWith('.auth.php') })
    await cp(EMPTY, join(folder, 'data'), { recursive: true })
    await writeFile(join(conf, 'local.php'), LOCAL)
    await writeFile(join(conf, 'acl.auth.php'), '*\t@ALL\t0\n*\t@user\t8\n')
    await writeFile(users, '')
    const mail = `msmtp --host=127.0.0.1 --port=${smtp.port} --auth=off --tls=off --from=wiki@example.com -t`
    const url = `http://localhost:${port}/doku.php?id=start`
    const end = await startServer(
      'php',
      ['-d', `sendmail_path="${mail}"`, '-S', `127.0.0.1:${port}`, '-t', folder],
      { url: `${url}&do=login`, env: { ...process.env, PHP_CLI_SERVER_WORKERS: '6' } },
    )
    const close = async () => {
      await end()
      await remove()
    }
    return { url, data: { users } satisfies Doku, close }
  } catch (error) {
    await remove()
    throw error
  }
}

/** As an administrator would set it up: a wiki for people with an account, who choose their passwords themselves. */
const LOCAL = `<?php
$conf['title'] = 'Harbour';
$conf['license'] = '';
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['autopasswd'] = 0;
$conf['mailfrom'] = 'wiki@example.com';
$conf['disableactions'] = 'register';
`

const HASH = 'echo password_hash($argv[1], PASSWORD_BCRYPT);'

/** Adds somebody, as the user manager of the wiki does. */
export async function addPerson({ users }: Doku, login: string, password: string, email: string) {
  const { stdout: hash } = await promisify(execFile)('php', ['-r', HASH, '--', password])
  await appendFile(users, `${login}:${hash}:Ada Harbour:${email}:user\n`)
}
