import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { edgesOf, screenOf, statesOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { flowOf, mailWith } from '../../machines/model/perform.ts'
import { productMails } from '../product-mails.ts'
import type { Mail } from '../simulator/devices/mail.ts'
import { randomIn } from '../simulator/model/random-in.ts'

/** The mailbox follows no link, it says which one was clicked. Where it leads is not known, and so nothing is said of it. */
const unknown = '#'

/** A mail as its pack describes it, where the product's own is not known here. */
function PlainMail({ pack, screen }: { pack: Pack; screen: string }) {
  const { heading = '', buttons = [], links = [] } = pack.screens[screen] ?? {}
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{heading}</title>
        <style>{plain}</style>
      </head>
      <body>
        <p className="from">{pack.product}</p>
        <h1>{heading}</h1>
        {buttons.map((button) => (
          <p key={button}>
            <a className="button" href={unknown}>
              {button}
            </a>
          </p>
        ))}
        {links.map((link) => (
          <p key={link}>
            <a href={unknown}>{link}</a>
          </p>
        ))}
      </body>
    </html>
  )
}

const plain = `
:root { color-scheme: light dark }
body { margin: 0; padding: 32px 36px; background: light-dark(#fff, #1d1f25); color: light-dark(#1d1c1a, #ececee); font: 16px/1.55 system-ui, sans-serif }
h1 { margin: 0 0 20px; font-size: 24px; line-height: 1.25 }
.from { margin: 0 0 8px; color: light-dark(#57544d, #b0b3bd); font-size: 14px }
a { color: light-dark(#3148b5, #a9b6ff) }
.button { display: inline-block; padding: 12px 20px; border-radius: 8px; background: #3148b5; color: #fff; text-decoration: none }
`

/** The screens of the mails that a flow speaks of: shown, sent, or opened at one of its events. */
function mailScreensOf(pack: Pack, flow: Flow): Set<string> {
  const shown = statesOf(flow).map((state) => screenOf(flow, state))
  const named = Object.values(flow.events).flatMap(({ at, press, sends, leg }) => [
    ...(sends ? [sends] : []),
    ...(at === 'mail' && press
      ? [mailWith(pack, press), ...shown.filter((screen) => has(pack, screen, press))]
      : []),
    ...(leg ? mailScreensOf(pack, flowOf(pack, leg.flow)) : []),
  ])
  const sent = edgesOf(flow).flatMap(({ meta }) => meta.sends ?? [])
  return new Set([...shown, ...named, ...sent].filter((screen) => pack.screens[screen]?.kind === 'mail'))
}

const has = (pack: Pack, screen: string, label: string) => {
  const { buttons = [], links = [] } = pack.screens[screen] ?? {}
  return [...buttons, ...links].includes(label)
}

/** The mails that a flow speaks of, rendered ahead of time, by their screen in the pack. */
export async function mailsOf(pack: Pack, flow: Flow): Promise<Record<string, Mail>> {
  const product = await productMails[pack.id]?.()
  const render = (screen: string): Mail => {
    const Own = product?.mails[screen]
    const body: ReactElement = Own ? createElement(Own) : <PlainMail pack={pack} screen={screen} />
    const html = `<!doctype html>${renderToStaticMarkup(body)}`
    return {
      id: screen,
      subject: pack.screens[screen]?.heading ?? screen,
      from: pack.mailFrom ?? pack.product,
      html,
      random: randomIn(html),
    }
  }
  return Object.fromEntries([...mailScreensOf(pack, flow)].map((screen) => [screen, render(screen)]))
}
