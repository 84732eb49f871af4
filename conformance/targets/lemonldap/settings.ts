import { join } from 'node:path'

const SHARE = '/usr/share/lemonldap-ng/portal'

type Where = {
  /** Where sessions, caches and the configuration are. */
  folder: string
  /** A SQLite database with a table `users`. */
  database: string
  url: string
  smtp: { host: string; port: number }
}

/** The file that says where the configuration is. */
export const iniOf = (folder: string) => `
[all]
logLevel = warn
checkTime = 3600

[configuration]
type = File
dirName = ${folder}
localStorage = Cache::FileCache
localStorageOptions = { 'namespace' => 'config', 'default_expires_in' => 600, 'cache_root' => '${folder}/cache' }

[portal]
staticPrefix = /static
templateDir = ${SHARE}/templates
languages = en
`

/** The configuration, as the manager would write it: users of the database, one-time codes for those who want them, and reset by mail. */
export const configurationOf = ({ folder, database, url, smtp }: Where) => ({
  cfgNum: 1,
  cfgAuthor: 'Doorstep',
  cfgDate: '1627287638',
  cfgVersion: '2.16.1',
  portal: `${url}/`,
  domain: 'localhost',
  cookieName: 'lemonldap',
  key: 'harbour lanterns',
  securedCookie: 0,

  authentication: 'DBI',
  userDB: 'Same',
  passwordDB: 'DBI',
  dbiAuthChain: `dbi:SQLite:dbname=${database}`,
  dbiAuthUser: '',
  dbiAuthPassword: '',
  dbiAuthTable: 'users',
  dbiUserTable: 'users',
  dbiAuthLoginCol: 'uid',
  dbiAuthPasswordCol: 'password',
  dbiMailCol: 'mail',
  dbiExportedVars: { uid: 'uid', mail: 'mail', cn: 'cn' },

  totp2fActivation: 1,
  totp2fSelfRegistration: 1,
  bruteForceProtection: 1,
  loginHistoryEnabled: 1,
  passwordPolicyMinSize: 12,

  SMTPServer: smtp.host,
  SMTPPort: smtp.port,
  mailFrom: 'harbour@example.com',
  mailTimeout: 3600,
  captcha_mail_enabled: 0,
  captcha_register_enabled: 0,
  portalDisplayRegister: 0,
  portalDisplayResetPassword: 1,

  ...sessionsIn(folder),
  locationRules: {},
  exportedHeaders: {},
  applicationList: {},
  macros: { _whatToTrace: '$_auth eq "DBI" ? lc($uid) : lc($_user)' },
  groups: {},
})

const store = (folder: string, name: string) => ({
  Directory: join(folder, name),
  LockDirectory: join(folder, name, 'lock'),
  generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256',
})

const sessionsIn = (folder: string) => ({
  globalStorage: 'Apache::Session::File',
  globalStorageOptions: store(folder, 'sessions'),
  persistentStorage: 'Apache::Session::File',
  persistentStorageOptions: store(folder, 'psessions'),
  localSessionStorage: 'Cache::FileCache',
  localSessionStorageOptions: {
    namespace: 'sessions',
    default_expires_in: 600,
    cache_root: join(folder, 'cache'),
  },
})
