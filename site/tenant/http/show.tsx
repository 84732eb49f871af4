import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { renderToStaticMarkup } from 'react-dom/server'
import { assetHref } from '../assets.ts'
import { FORM_TOKEN, FormToken } from '../screens/parts/form-token.ts'
import { ShownScreen } from '../screens/parts/shown-screen.ts'
import { TakesFocus } from '../screens/parts/takes-focus.ts'
import type { ScreenProps } from '../screens/props.ts'
import { type TenantScreenId, tenantScreens, titleOf } from '../screens/screens.tsx'
import { type Ctx, shows } from './context.ts'
import { isTrustworthy } from './cookie.ts'

interface PageProps {
  id: TenantScreenId
  props: ScreenProps
  formToken: string
  /** The site that shows the product in a frame, for the site's script. */
  siteOrigin?: string | undefined
}

function Page({ id, props, formToken, siteOrigin }: PageProps) {
  const Screen = tenantScreens[id]
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name={FORM_TOKEN} content={formToken} />
        <title>{`${titleOf(id)} · Netwrix 1Secure`}</title>
        <link rel="icon" href="data:," />
        <link rel="preload" href="/assets/inter.woff2" as="font" type="font/woff2" crossOrigin="" />
        <link rel="stylesheet" href={assetHref('tenant.css')} />
        {siteOrigin ? (
          // Nothing is drawn before it has set the theme.
          <script src={assetHref('in-frame.js')} defer blocking="render" data-site-origin={siteOrigin} />
        ) : null}
        <script src={assetHref('security-key.js')} defer />
        <script src={assetHref('settings.js')} defer />
      </head>
      <body data-screen={id}>
        <ShownScreen.Provider value={id}>
          <FormToken.Provider value={formToken}>
            <TakesFocus.Provider value={siteOrigin === undefined}>
              <Screen {...props} />
            </TakesFocus.Provider>
          </FormToken.Provider>
        </ShownScreen.Provider>
      </body>
    </html>
  )
}

/** Answers with a screen. Props that a screen doesn't know do no harm. */
export function show(
  c: Ctx,
  id: TenantScreenId,
  props: ScreenProps = {},
  status: ContentfulStatusCode = 200,
) {
  const { sandbox, base, visit, tenant, formToken = '' } = c.var
  const all = { base, tenantName: sandbox?.tenant_name, ...(visit ? { email: visit.email } : {}), ...props }
  // Other parties' frames never see the page (frame-ancestors), so that a framed one is the site's. Browsers say it to origins that
  // they trust only (Fetch Metadata section 3); elsewhere the frame's script finds out by itself.
  const asked = c.req.header('sec-fetch-dest')
  const framed = asked === 'iframe' || (asked === undefined && !isTrustworthy(tenant.origin))
  shows(c, id, props.message)
  const page = (
    <Page id={id} props={all} formToken={formToken} siteOrigin={framed ? tenant.siteOrigin : undefined} />
  )
  return c.html(`<!doctype html>${renderToStaticMarkup(page)}`, status)
}
