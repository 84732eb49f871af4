import { expect, test } from '@playwright/test'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { build } from 'esbuild'
import { type Algorithm, coseNumbers } from './key-algorithms.ts'
import type { SecurityKey } from './security-key.ts'

const origin = 'http://localhost:4322'
const expected = {
  expectedOrigin: origin,
  expectedRPID: 'localhost',
  expectedChallenge: 'AQIDBAUGBwgJCgsMDQ4PEA',
}

/** The key as a script that puts its class on `window`. */
async function bundled() {
  const contents = "import { SecurityKey } from './security-key.ts'; Object.assign(window, { SecurityKey })"
  const stdin = { contents, resolveDir: import.meta.dirname }
  const { outputFiles } = await build({ stdin, bundle: true, write: false, platform: 'browser' })
  return outputFiles[0]?.text ?? ''
}

test('a browser’s Web Crypto does all that the key needs, and its JSON is read again after a reload', async ({
  page,
}) => {
  const body = `<!doctype html><script>${await bundled()}</script>`
  await page.route(origin, (route) => route.fulfill({ body, contentType: 'text/html' }))
  for (const [algorithm, number] of Object.entries(coseNumbers)) {
    await page.goto(origin)
    const asked = { origin, challenge: expected.expectedChallenge, algorithm: algorithm as Algorithm, number }
    const response = await page.evaluate(async ({ origin, challenge, algorithm, number }) => {
      const { SecurityKey: Key } = window as unknown as { SecurityKey: typeof SecurityKey }
      const key = new Key([algorithm])
      const user = { id: 'AQ', name: '', displayName: '' }
      const pubKeyCredParams = [{ alg: number, type: 'public-key' as const }]
      const registration = await key.register({ challenge, rp: { name: '' }, user, pubKeyCredParams }, origin)
      sessionStorage.setItem('key', JSON.stringify(key))
      return registration
    }, asked)
    const { registrationInfo } = await verifyRegistrationResponse({
      ...{ ...expected, response },
      supportedAlgorithmIDs: [number],
    })
    await page.reload()
    const login = await page.evaluate(({ origin, challenge }) => {
      const { SecurityKey: Key } = window as unknown as { SecurityKey: typeof SecurityKey }
      return Key.fromJSON(JSON.parse(sessionStorage.getItem('key') ?? '')).authenticate({ challenge }, origin)
    }, asked)
    const credential = registrationInfo?.credential
    if (!credential) throw new Error(`A registration with ${algorithm} was refused.`)
    const { verified } = await verifyAuthenticationResponse({ ...expected, response: login, credential })
    expect(verified).toBe(true)
  }
})
