import { expect, test } from 'vitest'
import { startMockIdp } from '../index.ts'
import { trust } from './trust.ts'

test('two providers with certificates for the same name are trusted side by side', async () => {
  const providers = await Promise.all([1, 2].map(() => startMockIdp({ https: { port: 0 } })))
  for (const { certificateFile = '' } of providers) trust(certificateFile)
  for (const { secureUrl } of providers)
    expect((await fetch(`${secureUrl}/assets/icon.svg`)).status).toBe(200)
  for (const provider of providers) await provider.close()
})
