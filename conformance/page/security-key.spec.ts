import { expect, test } from '@playwright/test'
import { fromBase64 } from '../../machines/devices/bytes.ts'
import { coseNumbers, publicKeyOf } from '../../machines/devices/key-algorithms.ts'
import { SecurityKey } from './security-key.ts'

/** ML-DSA-44, which libraries offer first where they can. */
const NEWER = -48

test('a key is registered with an algorithm that can be signed with here', async ({ page }) => {
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Keys</h1>' }),
  )
  const key = new SecurityKey(page)
  await page.goto('http://localhost/')
  await key.plugIn()
  for (const visit of ['the page that was open', 'a later one']) {
    await page.evaluate(
      async (algorithms) => {
        const bytes = crypto.getRandomValues(new Uint8Array(16))
        await navigator.credentials.create({
          publicKey: {
            challenge: bytes,
            rp: { name: 'Keys' },
            user: { id: bytes, name: 'ada', displayName: 'Ada' },
            pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
          },
        })
      },
      [NEWER, coseNumbers.ES256],
    )
    const { privateKey } = await key.credential()
    expect((await publicKeyOf(fromBase64(privateKey))).algorithm, visit).toBe('ES256')
    await page.reload()
  }
})
