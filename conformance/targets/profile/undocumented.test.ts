import { packs } from '@doorstep/machines'
import { expect, test } from 'vitest'
import { whyUndocumented } from './undocumented.ts'

test('an older link must be refused where it is documented that only the newest one works', () => {
  const why = (event: string, documented?: object) =>
    whyUndocumented(packs, documented, 'reset-password', event)
  expect(why('open-older-link')).toContain('documented.newestLinkOnly')
  expect(why('open-older-link', { resetLinkLife: 3600 })).toContain('documented.newestLinkOnly')
  expect(why('open-older-link', { newestLinkOnly: true })).toBeUndefined()
  expect(why('open-used-link')).toBeUndefined()
})
