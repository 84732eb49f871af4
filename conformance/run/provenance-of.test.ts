import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Provenance } from '../report/provenance.ts'
import type { Profile } from '../targets/profile/load.ts'
import { modelHash, profileHash } from './hashes.ts'
import { provenanceAfter } from './provenance-of.ts'

test('an edit of the profile during the run is said, and marked in the result', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'doorstep-profile-')), 'doorstep.config.ts')
  writeFileSync(path, 'export default { patience: 1 }')
  const profile = { path, loaded: [] } as unknown as Profile
  const before = { profile: { hash: profileHash(path) }, model: modelHash([]) } as Provenance
  const said: string[] = []
  expect(provenanceAfter(before, profile, (line) => said.push(line))).toEqual(before)
  expect(said).toEqual([])
  writeFileSync(path, 'export default { patience: 2 }')
  expect(provenanceAfter(before, profile, (line) => said.push(line))).toEqual({ ...before, changed: true })
  rmSync(path)
  expect(provenanceAfter(before, profile, () => {})).toEqual({ ...before, changed: true })
  expect(said).toEqual([
    'The profile or its packs changed during the run: what was walked before and after it is not the same. Run it again.',
  ])
})
