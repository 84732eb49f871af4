/** The flows that the bundled tenant can be walked through. */
export const liveFlows = ['activate-account', 'log-in']
