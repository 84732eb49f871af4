import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { configSchema } from './config/schema.ts'
import { misbehaviours } from './index.ts'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')

test('the example of the README runs as it stands', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(example).toContain('startMockIdp')
  const file = join(mkdtempSync(join(tmpdir(), 'idp-readme-')), 'example.ts')
  const here = new URL('./index.ts', import.meta.url).href
  writeFileSync(file, example.replace('../mock-idp/index.ts', here))
  const { stderr } = await promisify(execFile)(process.execPath, [file])
  expect(stderr).toBe('')
}, 60_000)

test('the configuration file of the README is one', () => {
  const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(configSchema.parse(JSON.parse(example)).directories[0]?.users[0]?.claims).toEqual({
    department: 'Quay',
  })
})

test('the README counts the misbehaviours that are ours', () => {
  const ours = misbehaviours.filter(({ group }) => group === 'beyond the suite').length
  expect(readme).toMatch(new RegExp(`\\| beyond the suite ⁺ +\\| +– \\| ${ours} +\\|`))
})
