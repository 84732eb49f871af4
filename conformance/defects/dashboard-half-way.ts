import type { Defect } from './defect.ts'

export const dashboardHalfWay: Defect = {
  id: 'dashboard-half-way',
  title: 'The dashboard opens before the second factor is proven',
  rules: () => ({ mayOpenDashboard: ({ stage }) => stage !== 'password' }),
  flows: ['log-in'],
  fails: [],
}
