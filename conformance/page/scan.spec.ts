import { expect, test } from '@playwright/test'
import { toDataURL, toString as toSvg } from 'qrcode'
import { scanPage } from './scan.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const uri = `otpauth://totp/1Secure:ada%40example.com?secret=${secret}&algorithm=SHA256&digits=8&period=60`
const whole = { secret, algorithm: 'sha256', digits: 8, period: 60, account: 'ada@example.com' }
const usual = { secret, algorithm: 'sha1', digits: 6, period: 30 }
const image = (margin: number, scale = 4) => toDataURL(uri, { margin, scale })
const draw = (url: string, size: string) =>
  `<canvas style="width:${size}"></canvas><script>
    const image = new Image()
    image.onload = () => { const canvas = document.querySelector('canvas'); canvas.width = image.width; canvas.height = image.height; canvas.getContext('2d').drawImage(image, 0, 0) }
    image.src = '${url}'
  </script>`

const shown: Record<string, [() => Promise<string> | string, object]> = {
  'a picture': [async () => `<img src="${await image(4)}">`, whole],
  'a picture without a margin, on a dark page': [
    async () => `<body style="background:#111"><img src="${await image(0)}">`,
    whole,
  ],
  'a canvas': [async () => draw(await image(4), '200px'), whole],
  'a canvas that is drawn smaller than a camera can see': [async () => draw(await image(1), '64px'), whole],
  'an svg': [async () => `<div style="width:240px">${await toSvg(uri, { type: 'svg' })}</div>`, whole],
  'a background': [
    async () =>
      `<div style="width:240px;height:240px;background-size:cover;background-image:url(${await image(4, 8)})"></div>`,
    whole,
  ],
  'a link for phones': [() => `<a href="${uri.replaceAll('&', '&amp;')}">Open your app</a>`, whole],
  'a field that holds it': [() => `<label>Key <input readonly value="${secret}"></label>`, usual],
  'a text in lower case': [
    () => `<p>Or type:</p><code>jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp</code>`,
    usual,
  ],
  'a text behind a button': [
    () =>
      `<button onclick="key.hidden = false">Can’t scan the code?</button><p id="key" hidden>${secret}</p>`,
    usual,
  ],
  'a text behind a word for people without a camera': [
    () => `<details><summary>No camera?</summary>The key is <code>${secret}</code></details>`,
    usual,
  ],
  'a text that is too short to be safe': [
    () => `<p>Order AB34CD</p><p>Type this key:</p><code>JBSW Y3DP</code>`,
    { ...usual, secret: 'JBSWY3DP' },
  ],
  'a text behind a button, though a text is there that looks like a short one': [
    () =>
      `<p>ORDER234</p><button onclick="key.hidden = false">Enter key by hand</button><p id="key" hidden>${secret}</p>`,
    usual,
  ],
  'a button that copies it': [
    () => `<button aria-label="Copy" onclick="navigator.clipboard.writeText('${secret}')">⧉</button>`,
    usual,
  ],
  'a button that copies it as pages did': [
    () =>
      `<button onclick="const field = document.createElement('textarea'); field.value = '${uri}'; document.body.append(field); field.select(); document.execCommand('copy'); field.remove()">Copy key</button>`,
    whole,
  ],
}

for (const [what, [html, expected]] of Object.entries(shown))
  test(`a key is taken from ${what}`, async ({ page }) => {
    // A clipboard is only there where the page could be trusted.
    await page.route('http://localhost:9/', async (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${await html()}` }),
    )
    await page.goto('http://localhost:9/')
    expect(await scanPage(page)).toEqual(expected)
  })

test('where there is no key nothing is taken, and links to other pages stay unpressed', async ({ page }) => {
  await page.setContent(
    '<h1>Enter the code</h1><p>Scan this code with your app</p><a href="https://x.example/">Trouble scanning?</a>',
  )
  expect(await scanPage(page)).toBeUndefined()
  expect(page.url()).toBe('about:blank')
})
