import { Hono } from 'hono'
import { askForReset, resendReset, showSent } from '../actions/ask-for-reset.ts'
import { changePassword, showChangePassword, showPasswordChanged } from '../actions/change-password.ts'
import { showUnconfirmed, takeConfirmed } from '../actions/confirm-at-provider.ts'
import { removeMethod } from '../actions/remove-method.ts'
import { openReset, resetPassword, showChanged, showReset } from '../actions/reset-password.ts'
import { showOutside } from '../actions/show-page.ts'
import {
  addMethod,
  confirmIdentity,
  endOtherSessions,
  endSession,
  showAccount,
} from '../actions/your-account.ts'
import type { Env } from '../http/context.ts'

/** A forgotten password: from the question for the address to the new one. */
export function resetRoutes() {
  return new Hono<Env>()
    .get('/forgot', showOutside('forgot-your-password'))
    .post('/forgot', askForReset)
    .get('/forgot/sent', showSent)
    .post('/forgot/resend', resendReset)

    .get('/reset/link/:token', openReset)
    .get('/reset', showReset)
    .post('/reset', resetPassword)
    .get('/reset/done', showChanged)
}

/** What the holder of an account does with it, once logged in. */
export function accountRoutes() {
  return new Hono<Env>()
    .get('/', showAccount)
    .post('/confirm', confirmIdentity)
    .get('/confirmed', takeConfirmed)
    .get('/unconfirmed', showUnconfirmed)
    .post('/add', addMethod)
    .post('/remove', removeMethod)
    .post('/end-session', endSession)
    .post('/end-others', endOtherSessions)
    .get('/password', showChangePassword)
    .post('/password', changePassword)
    .get('/password-changed', showPasswordChanged)
}
