import { html, raw } from 'hono/html'

type Html = ReturnType<typeof html>
export type Content = Html | string

/** A page of the sign-in family: one card in the middle. Everything interpolated is escaped. */
export const cardPage = (title: string, content: Html, foot?: Content): string =>
  String(html`${raw('<!doctype html>')}
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/assets/idp.css" />
    <link rel="icon" href="/assets/icon.svg" />
  </head>
  <body class="centred">
    <main class="card">${content}</main>
    ${foot ? html`<footer class="foot">${foot}</footer>` : ''}
  </body>
</html>`)

/** The line above a heading that says whose page this is. */
export const brand = (name: string): Html =>
  html`<p class="brand"><span class="mark" aria-hidden="true"></span>${name}</p>`

export const problem = (id: string, text: string | undefined): Content =>
  text ? html`<p class="problem" role="alert" id="${id}">${text}</p>` : ''
