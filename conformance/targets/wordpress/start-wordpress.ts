import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import getPort from 'get-port'
import { runToEnd, startServer } from '../server-process.ts'
import { startMariadb } from './start-mariadb.ts'

/** Where Debian's package puts it. */
const FOLDER = '/usr/share/wordpress'

export type Blog = {
  /** Where its files are. */
  folder: string
}

/**
 * Starts the WordPress of Debian's packages `wordpress`, `php-cli`, `php-mysql` and `mariadb-server-core` with an empty database, in a
 * folder that is removed at the end.
 * @throws with the last output if it does not start
 */
export async function startWordpress(smtp: { port: number }) {
  const root = await mkdtemp(join(tmpdir(), 'doorstep-wordpress-'))
  const folder = join(root, 'site')
  const port = await getPort()
  const url = `http://localhost:${port}`
  const ends: (() => Promise<void>)[] = []
  const close = async () => {
    await Promise.allSettled(ends.map((end) => end()))
    await rm(root, { recursive: true, force: true })
  }
  try {
    const database = await startMariadb(root)
    ends.push(database.close)
    await cp(FOLDER, folder, { recursive: true, dereference: true })
    await writeFile(join(folder, 'wp-config.php'), configOf(url, database.socket))
    await mkdir(join(folder, 'wp-content', 'mu-plugins'), { recursive: true })
    await writeFile(join(folder, 'wp-content', 'mu-plugins', 'mail.php'), mailOf(smtp.port))
    await runToEnd('php', ['-r', INSTALL], { cwd: folder })
    const end = await startServer('php', ['-S', `127.0.0.1:${port}`, '-t', folder], {
      url: `${url}/wp-login.php`,
      env: { ...process.env, PHP_CLI_SERVER_WORKERS: '6' },
    })
    ends.push(end)
    return { url: `${url}/wp-login.php`, data: { folder } satisfies Blog, close }
  } catch (error) {
    await close()
    throw error
  }
}

const configOf = (url: string, socket: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', '${userInfo().username}');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('WP_HOME', '${url}');
define('WP_SITEURL', '${url}');
define('DISABLE_WP_CRON', true);
define('AUTH_KEY', '${randomBytes(32).toString('hex')}');
define('SECURE_AUTH_KEY', '${randomBytes(32).toString('hex')}');
define('LOGGED_IN_KEY', '${randomBytes(32).toString('hex')}');
define('NONCE_KEY', '${randomBytes(32).toString('hex')}');
define('AUTH_SALT', '${randomBytes(32).toString('hex')}');
define('SECURE_AUTH_SALT', '${randomBytes(32).toString('hex')}');
define('LOGGED_IN_SALT', '${randomBytes(32).toString('hex')}');
define('NONCE_SALT', '${randomBytes(32).toString('hex')}');
$table_prefix = 'wp_';
define('ABSPATH', __DIR__ . '/');
require ABSPATH . 'wp-settings.php';
`

/** WordPress itself hands its mail to a program of the machine; a plugin of the deployment names a server. */
const mailOf = (port: number) => `<?php
add_filter('wp_mail_from', fn() => 'blog@example.com');
add_action('phpmailer_init', function ($mailer) {
  $mailer->isSMTP();
  $mailer->Host = '127.0.0.1';
  $mailer->Port = ${port};
  $mailer->SMTPAutoTLS = false;
});
`

const INSTALL = `
define('WP_INSTALLING', true);
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Harbour', 'admin', 'admin@example.com', false, '', bin2hex(random_bytes(16)));
`

/** The arguments are a login name, an address and a password. Without a password, WordPress mails the link. */
const ADD = `
require 'wp-load.php';
[, $login, $email, $password] = $argv;
$id = wp_insert_user(['user_login' => $login, 'user_email' => $email, 'user_pass' => $password ?: wp_generate_password(24), 'role' => 'subscriber']);
if (is_wp_error($id)) { fwrite(STDERR, $id->get_error_message()); exit(1); }
if (!$password) wp_new_user_notification($id, null, 'user');
`

/**
 * Adds somebody, as an administrator does it on the page “Add New User”.
 * @param password without one, they are mailed a link to a form for it
 */
export async function addPerson({ folder }: Blog, login: string, email: string, password = '') {
  await promisify(execFile)('php', ['-r', ADD, '--', login, email, password], { cwd: folder })
}
