import { Hono } from 'hono'
import { addUsers, cancelAddUsers, openAddUsers, showAddUsers } from '../actions/add-users.ts'
import { changeAlert, showAlerts } from '../actions/alerts.ts'
import { showAuditLogs } from '../actions/audit-logs.ts'
import {
  cancelUser,
  openUser,
  removeUserOf,
  resendInvite,
  saveUser,
  showUser,
} from '../actions/change-user.ts'
import { showMyOrganization, showOrganizations, showSection } from '../actions/configuration.ts'
import { endSessionsOfUser } from '../actions/end-sessions-of-user.ts'
import { showUsers } from '../actions/users.ts'
import { type Env, goTo } from '../http/context.ts'

/** What lies under Configuration, but for the settings of the login. */
export function organizationRoutes() {
  return new Hono<Env>()
    .get('/', async (c) => goTo(c, '/configuration/organizations'))
    .get('/organizations', showOrganizations)
    .get('/my-organization', showMyOrganization)
    .get('/alerts', showAlerts)
    .post('/alerts', changeAlert)
    .get('/risk-profiles', showSection('risk-profiles'))
    .get('/integrations', showSection('integrations'))
    .get('/audit-logs', showAuditLogs)

    .get('/users', showUsers)
    .post('/users', addUsers)
    .post('/users/cancel', cancelAddUsers)
    .get('/users/new', showAddUsers)
    .post('/users/new', openAddUsers)
    .get('/users/:id', showUser)
    .get('/users/:id/open', openUser)
    .post('/users/:id', saveUser)
    .post('/users/:id/cancel', cancelUser)
    .post('/users/:id/remove', removeUserOf)
    .post('/users/:id/end-sessions', endSessionsOfUser)
    .post('/users/:id/resend', resendInvite)
}
