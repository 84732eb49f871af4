import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Program, runForeign } from '../runners/foreign.ts'
import type { Runner } from '../runners/outcome.ts'

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Finds a module without loading it, which takes half a second. */
const looksFor = (name: string) =>
  `import importlib.util, sys; sys.exit(importlib.util.find_spec('${name}') is None)`

/** The Python that has all of these modules. Debian's is the second one, where another comes first in the path. */
const pythonWith = (...modules: string[]): string | undefined =>
  ['python3', '/usr/bin/python3'].find((command) =>
    modules.every((name) => spawnSync(command, ['-c', looksFor(name)]).status === 0),
  )

const pythonProgram = (command: string | undefined, script: string): Program | undefined =>
  command === undefined
    ? undefined
    : { command, args: [beside(script)], env: { PYTHONDONTWRITEBYTECODE: '1' } }

const requires = ['rack', 'omniauth_openid_connect'].map((name) => `-r${name}`)
const omniauthProgram: Program | undefined =
  spawnSync('ruby', [...requires, '-e', '']).status === 0
    ? { command: 'ruby', args: ['-W0', beside('omniauth.rb')] }
    : undefined

/** Where Debian's packages of Go libraries are. */
const goPath = '/usr/share/gocode'

let built: string | undefined
/** Compiles the Go client once for each process. */
function goProgram(): Program {
  if (built === undefined) {
    built = join(mkdtempSync(join(tmpdir(), 'idp-go-')), 'client')
    const env = { ...process.env, GOPATH: goPath, GO111MODULE: 'off', GOFLAGS: '' }
    execFileSync('go', ['build', '-o', built, beside('go_oidc.go')], { env, stdio: 'inherit' })
  }
  return { command: built, args: [] }
}

const msal = pythonProgram(pythonWith('msal'), 'python_msal.py')
const social = pythonProgram(pythonWith('social_core', 'jose', 'requests'), 'social_auth.py')
const authlib = pythonProgram(pythonWith('authlib', 'flask', 'requests'), 'authlib_flask.py')

export class ProgramMissing extends Error {
  readonly code = 'PROGRAM_MISSING'
}

/** Runs a program where it is, and says what to install where it is not. */
export const runnerOf =
  (program: () => Program | undefined, packages: string): Runner =>
  (target) => {
    const found = program()
    if (!found) throw new ProgramMissing(`This client is not here: install Debian's ${packages}.`)
    return runForeign(found, target)
  }

/** Whether Debian's python3-msal is here. */
export const hasPythonMsal: boolean = msal !== undefined
export const pythonMsal: Runner = runnerOf(() => msal, 'python3-msal')

/** Whether Debian's python3-authlib, python3-flask and python3-requests are here. */
export const hasAuthlib: boolean = authlib !== undefined
export const authlibFlask: Runner = runnerOf(
  () => authlib,
  'python3-authlib, python3-flask and python3-requests',
)

/** Whether Debian's python3-social-auth-core, python3-jose and python3-requests are here. */
export const hasSocialAuth: boolean = social !== undefined
export const socialAuth: Runner = runnerOf(
  () => social,
  'python3-social-auth-core, python3-jose and python3-requests',
)

/** Whether Debian's ruby-omniauth-openid-connect and ruby-rack are here. */
export const hasOmniauth: boolean = omniauthProgram !== undefined
export const omniauth: Runner = runnerOf(() => omniauthProgram, 'ruby-omniauth-openid-connect and ruby-rack')

/** Whether Debian's golang-go, golang-github-coreos-go-oidc-dev and golang-golang-x-oauth2-dev are here. */
export const hasGoOidc: boolean =
  existsSync(`${goPath}/src/github.com/coreos/go-oidc`) && spawnSync('go', ['version']).status === 0
export const goOidc: Runner = runnerOf(goProgram, 'golang-go and golang-github-coreos-go-oidc-dev')
