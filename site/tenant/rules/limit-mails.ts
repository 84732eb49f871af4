/**
 * ASVS 5.0 2.4.1: nobody may flood a mailbox. Answers how many links an account may be sent, and in which time (ms).
 */
export function limitMails(): { most: number; inMs: number } {
  return { most: 5, inMs: 60 * 60 * 1000 }
}
