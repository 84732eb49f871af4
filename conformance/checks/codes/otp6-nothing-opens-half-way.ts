import { Jar } from '../bench/jar.ts'
import { enterCode, holder, toCode, toDashboard } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import { isOut } from '../bench/refusal.ts'
import { defineCheck } from '../check.ts'

export const otp6 = defineCheck({
  id: 'OTP6',
  title: 'After the password alone no page and no interface of the product opens',
  source: '2.3.1; 6.3.4',
  level: 'MUST',
  asvsLevel: 1,
  needs: ['authenticator-app'],
  async prove(bench) {
    const holding = await holder(bench)
    await toDashboard(holding)
    const whole = await Jar.of(holding)
    const half = await bench.elsewhere(holding)
    await toCode(half)
    const halfWay = await Jar.of(half)
    const addresses = await addressesBehind(
      holding.page.url(),
      await holding.page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
    )
    const opened = await Promise.all(addresses.map((address) => whole.open(address)))
    const inside = new Set(opened.filter(({ status }) => status < 300).map(({ url }) => url))
    for (const address of inside) {
      const outside = await halfWay.open(address)
      const refused = outside.status >= 400 || outside.url !== address
      bench.claim(
        `${new URL(address).pathname} sends back who has proven a password only`,
        refused,
        'it opens',
      )
    }
    if (inside.size === 0) throw new Unproven('There is no protected address to try.')
    bench.claim('no session exists half-way', isOut(await halfWay.signedIn()), 'there is a session')
    await Promise.all([whole.close(), halfWay.close()])
    await enterCode(half)
    bench.claim('the code opens what was closed', await half.isAt('dashboard'))
  },
})

/** The protected page itself, and what it leads to on the same site. */
async function addressesBehind(page: string, links: string[]): Promise<string[]> {
  const { origin } = new URL(page)
  const own = links.map((link) => link.split('#')[0] ?? '').filter((link) => new URL(link).origin === origin)
  return [...new Set([page, ...own])]
}
