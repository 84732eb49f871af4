import { expect, test } from 'vitest'
import { folderOfCall } from './folder-of-call.ts'

test.each([
  ['npx runs it in the workspace above', '/repo/app', 'npx', '/repo/app/deep', '/repo/app/deep'],
  ['npx runs it where it was called', '/repo/app', 'npx', '/repo/app', '/repo/app'],
  ['another command of npx has called it elsewhere', '/tmp/run', 'npx', '/repo', '/tmp/run'],
  ['a script of npm calls it', '/repo', 'check', '/repo/deep', '/repo'],
  ['nobody says it', '/repo', undefined, undefined, '/repo'],
])('%s', (_, here, event, called, folder) => {
  expect(folderOfCall(here, { npm_lifecycle_event: event, INIT_CWD: called })).toBe(folder)
})
