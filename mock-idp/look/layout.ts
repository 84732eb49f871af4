import { html } from 'hono/html'

/** HTML whose interpolated values are escaped: `html` escapes what it is given unless that is HTML already. */
type Html = ReturnType<typeof html>
export type Content = Html | string

/** Marks what has the focus when the page opens. The quotes tell it from text, in which they are escaped. */
export const takesFocus: Html = html`autofocus=""`

/** The same page for a frame: a browser lets no page of another site take the focus there, and reports each that tries. */
export const forFrame = (page: string): string => page.replaceAll(String(takesFocus), '')

/** A whole page; `title` and `body` are escaped where they are text. */
export const page = (title: string, body: Html): string =>
  String(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="preload" href="/assets/inter.woff2" as="font" type="font/woff2" crossorigin />
    <link rel="stylesheet" href="/assets/provider.css" />
    <link rel="icon" href="/assets/icon.svg" />
  </head>
  <body>${body}</body>
</html>`)

/** A page of the sign-in family: one card in the middle. */
export const cardPage = (title: string, content: Html, foot?: Content): string =>
  page(
    title,
    html`<div class="stage">
      <main class="card">${content}</main>
      ${foot ? html`<footer class="soft">${foot}</footer>` : ''}
    </div>`,
  )

/** The sign of the provider, for the line that says whose page this is. */
export const mark = html`<img src="/assets/icon.svg" alt="" width="24" height="24" />`

/** The line above a heading that says whose page this is. */
export const brand = (name: string): Html => html`<p class="brand">${mark}${name}</p>`

export const problem = (id: string, text: string | undefined): Content =>
  text ? html`<p class="message wrong" role="alert" id="${id}">${text}</p>` : ''

/** An e-mail address: where there is no room for it, it breaks after its @. */
export function breakable(email: string): Html {
  const domain = email.indexOf('@') + 1
  return html`${email.slice(0, domain)}<wbr />${email.slice(domain)}`
}

/** Terms and what they are, each on a line. */
export const facts = (entries: readonly (readonly [string, Content | number])[]): Html =>
  html`<dl class="facts">${entries.map(([term, what]) => html`<div><dt>${term}</dt><dd>${what}</dd></div>`)}</dl>`
