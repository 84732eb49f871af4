import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { contents } from '../packages/contents.ts'
import { type Manifest, readManifest } from '../packages/manifest.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const changeset = join(dirname(fileURLToPath(import.meta.resolve('@changesets/cli/package.json'))), 'bin.js')
const { workspaces = [] } = readManifest(root, '.')

/** As changesets calls it, from the folder of the package; the tag is one that no release has. */
const REHEARSED = ['--dry-run', '--json', '--tag', 'rehearsal']

/** As on GitHub, whose repository the provenance names. */
const env = { ...process.env, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'example/doorstep' }
const AUTHOR = ['-c', 'user.name=Release', '-c', 'user.email=release@doorstep.example']
const run = async (file: string, args: string[], cwd: string) =>
  (await promisify(execFile)(file, args, { cwd, env })).stdout

test.describe('a release, rehearsed', { tag: '@long' }, () => {
  test.setTimeout(300_000)

  test('one changeset raises all packages together, and what they need of each other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-release-'))
    try {
      for (const path of [
        'package.json',
        'package-lock.json',
        '.changeset/config.json',
        ...workspaces.map((one) => `${one}/package.json`),
      ]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        cpSync(join(root, path), join(folder, path))
      }
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
      await run('git', ['init', '-q', '-b', 'main'], folder)
      await run('git', ['add', '.'], folder)
      await run('git', [...AUTHOR, 'commit', '-qm', 'chore: begin'], folder)
      writeFileSync(
        join(folder, '.changeset/doors.md'),
        `---\n'@doorstep/mock-idp': minor\n---\n\nDoors open.\n`,
      )
      const before = readManifest(root, 'mock-idp').version
      await run(process.execPath, [changeset, 'version'], folder)

      const raised = workspaces.map((workspace) => readManifest(folder, workspace))
      const versions = new Set(raised.map(({ version }) => version))
      expect(versions.size).toBe(1)
      const [version = ''] = versions
      expect(version.split('.').map(Number)[1]).toBe((before.split('.').map(Number)[1] ?? 0) + 1)
      const names = raised.map(({ name }) => name)
      const needed = raised.flatMap(({ dependencies = {} }) =>
        Object.entries(dependencies).filter(([name]) => names.includes(name)),
      )
      expect(needed.length).toBeGreaterThan(0)
      for (const [, wanted] of needed) expect(wanted).toBe(version)
      expect(readFileSync(join(folder, 'mock-idp/CHANGELOG.md'), 'utf8')).toContain('Doors open.')
      expect(existsSync(join(folder, '.changeset/doors.md'))).toBe(false)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('npm would publish each package with its provenance, and nothing else', async () => {
    await run(process.execPath, ['.ci/packages/build.ts'], root)
    for (const { folder } of contents) {
      const dist = join(root, folder, 'dist')
      const { name, version } = readManifest(root, folder)
      const built = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8')) as Manifest
      expect(built).toMatchObject({
        publishConfig: { access: 'public', provenance: true },
        repository: { url: 'git+https://github.com/example/doorstep.git', directory: folder },
      })
      const said = JSON.parse(
        await run('npm', ['publish', dist, ...REHEARSED], join(root, folder)),
      ) as unknown
      const text = JSON.stringify(said)
      expect(text).toContain(`${name}@${version}`)
      expect(text).toContain('LICENSE')
      expect(text).not.toMatch(/\.(?:test|spec)\.|\.env/)
    }
  })
})
