import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { configSchema } from './config/schema.ts'
import { misbehaviours } from './index.ts'

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')

test('the example of the README runs as it is', async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(example).toContain('startMockIdp')
  const args = ['--input-type=module', '--eval', example]
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname })
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
