import { packs } from '@doorstep/machines'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sampleOf } from '../machines/model/sample.ts'
import { productMails } from './product-mails.ts'
import { products, tenantPack } from './products.ts'
import { addressOf } from './simulator/model/addresses.ts'

const pack = packs.find(({ id }) => id === tenantPack)
if (!pack) throw new Error(`There is no pack ${tenantPack}.`)
const product = addressOf(pack, pack.entrance).split('/')[0]

test('without a tenant, mails lead to the address that the bar of model mode shows', async () => {
  const { mails = {} } = (await productMails[pack.id]?.()) ?? {}
  for (const Mail of Object.values(mails)) {
    const hosts = [...renderToStaticMarkup(<Mail />).matchAll(/href="https:\/\/([^/"]+)/g)].map(
      ([, host]) => host,
    )
    expect(hosts.length).toBeGreaterThan(0)
    expect(new Set(hosts)).toEqual(new Set([product]))
  }
})

test('without a tenant, the settings show the callback address that the model takes', async () => {
  const { screens = {} } = (await products[pack.id]?.()) ?? {}
  const pages = Object.values(screens).map((screen) =>
    renderToStaticMarkup(screen({ email: '', tone: 'note', typed: {}, rows: [] })),
  )
  const shown = pages.flatMap((page) => page.match(/id="callback"[^>]*value="([^"]*)"/)?.[1] ?? [])
  expect(shown.length).toBeGreaterThan(0)
  expect(new Set(shown)).toEqual(new Set([sampleOf(pack).notes?.redirectUri]))
})

test('model mode has the own page of every screen that the pack shows of the product, and loads no other', async () => {
  const { screens = {} } = (await products[pack.id]?.()) ?? {}
  const shown = Object.entries(pack.screens)
    .filter(([, { kind = 'page', party = 'product' }]) => kind === 'page' && party === 'product')
    .map(([id]) => id)
  expect(Object.keys(screens).toSorted()).toEqual(shown.toSorted())
})
