import { readFileSync, existsSync } from 'node:fs'
import { test } from '@playwright/test'
import { takeSnapshot } from './conformance/page/snapshot.ts'
import { fill } from './conformance/session/find.ts'
const libs: Record<string, [string, string][]> = {
  mui: [['Role','Editor'],['City','Zug'],['Notify','on'],['Remember me','yes'],['Plan','Paid']],
  antd: [['Role','Editor'],['Team','Team 250'],['Notify','on'],['Remember me','yes'],['Plan','Paid'],['Code','123456']],
  headless: [['Role','Editor'],['Notify','on'],['Remember me','yes'],['Plan','Paid'],['City','Zug'],['Level','High'],['Alerts','on'],['Terms','yes'],['Size','XL'],['Code','123456']],
  otp: [['Enter one time code','123456'],['Enter one time code','987654']],
  vuetify: [['Name','Ada'],['Role','Editor'],['City','Zug'],['Notify','on'],['Remember me','yes'],['Plan','Paid'],['Enter one time code','123456']],
  material: [['Name','Ada'],['Role','Editor'],['Terms','yes'],['Alerts','on'],['Plan','Paid'],['Remember me','yes'],['Notify','yes']],
}
for (const [lib, steps] of Object.entries(libs)) test(lib, async ({ page }) => {
  test.setTimeout(120000)
  page.on('pageerror', e => console.log(lib, String(e).slice(0,300)))
  await page.route('http://x.example/', r => r.fulfill({ contentType: 'text/html', body: `<!doctype html><title></title>${existsSync(`/tmp/realui/out/${lib}.css`) ? `<style>${readFileSync(`/tmp/realui/out/${lib}.css`, 'utf8').replace(/@font-face\{[^}]*\}/g,'')}</style>` : ''}<div id=root></div><script src="/s.js"></script>` }))
  await page.route('http://x.example/s.js', r => r.fulfill({ contentType: 'text/javascript', body: readFileSync(`/tmp/realui/out/${lib}.js`, 'utf8') }))
  await page.goto('http://x.example/')
  await page.waitForTimeout(800)
  const s = await takeSnapshot(page)
  console.log(lib, JSON.stringify(s.fields), s.boxes, s.unnamedCode)
  for (const [label, value] of steps) {
    const t = Date.now()
    const e = await fill(page, label, value, 4000).then(() => 'ok', (e: Error) => 'FAIL ' + e.message.slice(0, 300))
    await page.waitForTimeout(100)
    console.log(lib, label, value, e, Date.now() - t, '|', await page.title(), lib === 'mui' ? await page.locator('#o1, #o2, :checked').evaluateAll(a => a.map(x => x.textContent || (x as any).value)) : lib === 'material' ? await page.evaluate(() => ['c','s','c2','s2','f'].map(i => { const e = document.getElementById(i) as any; return e.checked ?? e.selected })) : '')
  }
})
