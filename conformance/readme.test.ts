import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'site/pages/check.astro',
  'site/pages/docs/hosting.md',
  'site/pages/docs/index.md',
  'site/pages/docs/plan.astro',
  'site/pages/docs/teams.md',
  'site/pages/docs/trainers.md',
  'site/docs/troubles.ts',
  'mock-idp/README.md',
  'conformance/README.md',
  'conformance/pipeline.md',
  'conformance/checks/README.md',
  'conformance/defects/README.md',
  'conformance/plan/README.md',
  'conformance/targets/README.md',
  'conformance/targets/directus/README.md',
  'conformance/targets/dokuwiki/README.md',
  'conformance/targets/ghost/README.md',
  'conformance/targets/glewlwyd/README.md',
  'conformance/targets/lemonldap/README.md',
  'conformance/targets/mediawiki/README.md',
  'conformance/targets/redmine/README.md',
  'conformance/targets/wordpress/README.md',
]
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

/** What the command says of itself, by its subcommand. */
const help = new Map<string, string>()
function helpOf(command: string): string {
  const known = help.get(command)
  if (known) return known
  const file = fileURLToPath(new URL('doorstep.mjs', import.meta.url))
  const text = execFileSync(process.execPath, [file, command, '--help'], { encoding: 'utf8' })
  help.set(command, text)
  return text
}

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('names scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?([a-z:-]+)/g)].map(([, script]) => script ?? '')
    const builtIn = ['ci', 'install', 'i', 'init', 'ls', 'pack']
    expect(named.filter((script) => !(script in scripts) && !builtIn.includes(script))).toEqual([])
  })

  // Each command is asked for its help once.
  test('names commands and options that exist', { timeout: 120_000 }, () => {
    const calls = [...text.matchAll(/npx doorstep ([a-z]+)([^`\n<]*)/g)]
    const unknown = calls.flatMap(([, command = '', rest = '']) =>
      (rest.match(/--[a-z-]+/g) ?? []).filter((option) => !helpOf(command).includes(option)),
    )
    expect(unknown).toEqual([])
    for (const [, command = ''] of calls) expect(helpOf(command)).toContain(`Usage: doorstep ${command}`)
  })

  test('links to files that exist', () => {
    const folder = new URL('.', new URL(page, root))
    const linked = [...text.matchAll(/\]\((?!https?:|#|\/)([^)#]+)\)/g)].map(([, file]) => file ?? '')
    expect(linked.filter((file) => !existsSync(new URL(file, folder)))).toEqual([])
  })
})
