import { Hono } from 'hono'
import { chooseAnother, goBack, verifyByAnother } from './actions/change-method.ts'
import { checkPassword } from './actions/check-password.ts'
import { chooseMethod } from './actions/choose-method.ts'
import { showDashboard, tellSession } from './actions/dashboard.ts'
import { confirmApp, helpScanning, showApp } from './actions/enrol-app.ts'
import { nameKey, offerRegistration, takeRegistration } from './actions/enrol-key.ts'
import { enterByAccess, enterByAddress, enterByTenantLink } from './actions/enter-tenant.ts'
import { followLink } from './actions/follow-link.ts'
import { logOut } from './actions/log-out.ts'
import { openActivation } from './actions/open-activation.ts'
import { openSignInLink } from './actions/open-sign-in-link.ts'
import { requestNewLink } from './actions/request-new-link.ts'
import { setFirstPassword } from './actions/set-password.ts'
import { showActivated } from './actions/show-activated.ts'
import { showActivation } from './actions/show-activation.ts'
import { showOutside, showStage } from './actions/show-page.ts'
import { beginLogIn, showEmail, showLoginPage } from './actions/show-way-in.ts'
import { takeEmail } from './actions/take-email.ts'
import { verifyApp } from './actions/verify-app.ts'
import { keyCancelled, offerAssertion, takeAssertion } from './actions/verify-key.ts'
import type { Env } from './http/context.ts'
import { checkFormToken } from './http/form-token.ts'
import { noStore, pageHeaders } from './http/headers.ts'
import { loadSandbox } from './http/load-sandbox.ts'
import { loadVisit } from './http/load-visit.ts'
import { refuseCrossSite } from './http/refuse-cross-site.ts'
import { tell } from './http/tell.ts'
import { accountRoutes, resetRoutes } from './routes/account.ts'
import { organizationRoutes } from './routes/organization.ts'
import { providerRoutes, ssoRoutes } from './routes/sso.ts'
import type { Tenant } from './tenant.ts'

/** The product of one sandbox: every address it answers, listed once. What it tells of an answer has all headers of the answer. */
export function productRoutes(tenant: Tenant) {
  return new Hono<Env>()
    .use('*', loadSandbox(tenant), tell, pageHeaders(tenant), noStore, loadVisit)
    .route('/', providerRoutes())
    .use('*', refuseCrossSite, checkFormToken)

    .get('/', enterByAddress)
    .get('/tenant-link', enterByTenantLink)
    .get('/open/:link', followLink)
    .route('/', resetRoutes())

    .get('/activate/:way{button|link}/:token', openActivation)
    .get('/activate', showActivation)
    .post('/activate', setFirstPassword)
    .get('/activate/done', showActivated)
    .post('/activate/new-link', requestNewLink)
    .get('/activate/new-link-sent', showOutside('new-link-sent'))

    .get('/access', enterByAccess)
    .route('/', ssoRoutes())
    .get('/log-in', showLoginPage)
    .post('/log-in', beginLogIn)
    .get('/log-in/email', showEmail)
    .post('/log-in/email', takeEmail)
    .get('/log-in/password', showStage('password'))
    .post('/log-in/password', checkPassword)

    .get('/log-in/method', showStage('enrol'))
    .post('/log-in/method', chooseMethod)
    .post('/log-in/back', goBack)
    .get('/log-in/app', showApp)
    .post('/log-in/app', confirmApp)
    .post('/log-in/app/trouble', helpScanning)
    .post('/log-in/app/another', chooseAnother)

    .get('/log-in/key', showStage('enrol-key'))
    .post('/log-in/key/options', offerRegistration)
    .post('/log-in/key', takeRegistration)
    .post('/log-in/key/cancelled', keyCancelled)
    .post('/log-in/key/another', chooseAnother)
    .get('/log-in/key/name', showStage('name-key'))
    .post('/log-in/key/name', nameKey)

    .get('/log-in/verify', showStage('verify-app'))
    .post('/log-in/verify', verifyApp)
    .post('/log-in/verify/another', verifyByAnother)

    .get('/log-in/verify-key', showStage('verify-key'))
    .post('/log-in/verify-key/options', offerAssertion)
    .post('/log-in/verify-key', takeAssertion)
    .post('/log-in/verify-key/cancelled', keyCancelled)
    .post('/log-in/verify-key/another', verifyByAnother)

    .get('/dashboard', showDashboard)
    .route('/account', accountRoutes())
    .get('/sign-in/:token', openSignInLink)
    .route('/configuration', organizationRoutes())
    .get('/api/session', tellSession)
    .post('/log-out', logOut)
}
