import { Hono } from 'hono'
import { takeBackChannelLogout } from '../actions/back-channel-logout.ts'
import { logOutOfProvider } from '../actions/log-out-of-provider.ts'
import { returnFromProvider } from '../actions/return-from-provider.ts'
import { showRefusal } from '../actions/show-refusal.ts'
import { editSettings, showSettings, takeSettings } from '../actions/sso-settings.ts'
import type { Env } from '../http/context.ts'

/** What the provider calls, or sends browsers to: it is another site, so each handler checks the sender. */
export function providerRoutes() {
  return new Hono<Env>()
    .get('/login/callback', returnFromProvider)
    .post('/login/callback', returnFromProvider)
    .post('/login/back-channel-logout', takeBackChannelLogout)
}

/** The tenant's own side of SSO: its settings, and the ends of a login. */
export function ssoRoutes() {
  return new Hono<Env>()
    .get('/log-in/refused', showRefusal)
    .post('/log-out/provider', logOutOfProvider)
    .post('/configuration/my-organization/edit-settings', editSettings)
    .get('/configuration/my-organization/settings', showSettings)
    .post('/configuration/my-organization/settings', takeSettings)
}
