import { Hono } from 'hono'
import {
  lead,
  openMyOrganization,
  showMyOrganization,
  showOrganizations,
  showSection,
} from '../actions/configuration.ts'
import { showUsers } from '../actions/users.ts'
import type { Env } from '../http/context.ts'

/** What lies under Configuration, but for the settings of the login. */
export function organizationRoutes() {
  return new Hono<Env>()
    .get('/', lead('open-configuration', 'managed-organizations', '/configuration/organizations'))
    .get('/organizations', showOrganizations)
    .get('/open/users', lead('open-users', 'users', '/configuration/users'))
    .get('/users', showUsers)
    .get('/open/my-organization', openMyOrganization)
    .get('/my-organization', showMyOrganization)
    .get('/alerts', showSection('alerts'))
    .get('/risk-profiles', showSection('risk-profiles'))
    .get('/integrations', showSection('integrations'))
}
