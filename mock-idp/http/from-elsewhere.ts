import type { Exchange } from './exchange.ts'

/**
 * Whether a form was posted from a page of another origin (Fetch Metadata section 2.4), which has the person's cookies with it where
 * they are for all sites. Programs say nothing about that, and browsers always do over https.
 */
export const isPostedFromElsewhere = ({ method, req }: Exchange): boolean =>
  method === 'POST' && ['cross-site', 'same-site'].includes(String(req.headers['sec-fetch-site']))
