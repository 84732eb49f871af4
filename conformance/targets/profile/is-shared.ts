import type { Deployment } from './deployment.ts'

/**
 * Whether one path or check can disturb another, so that they run one after the other. One clock for everybody is such a setting: where
 * a path lets two days pass, the links and sessions of every other one end.
 */
export const isShared = ({ isolation, clock }: Pick<Deployment, 'isolation' | 'clock'>): boolean =>
  isolation ? isolation === 'shared' : clock?.advance !== undefined
