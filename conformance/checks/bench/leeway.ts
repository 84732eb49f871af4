/**
 * Seconds by which a clock may be late, beyond the time that is documented: what is signed is often compared with a leeway (RFC 7519
 * section 4.1.4).
 */
export const LEEWAY = 60
