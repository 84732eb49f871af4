/** What can be wrong with the deployment. */
export interface Faults {
  linkWorksTwice?: true
  codeWorksTwice?: true
  hasMasterCode?: true
  neverBlocks?: true
  passwordOpens?: true
  tellsUnknown?: true
  takesOtherSites?: true
  /** A link logs out, from any site. */
  logsOutByLink?: true
  sessionOutlivesLogout?: true
  /** A link counts at the address of every other kind. */
  mixesUpLinks?: true
  /** The account that the form names, not that of the link. */
  formNamesAccount?: true
  /** Beside the password, which is within an object; what is outside of that is not taken. */
  formNamesAccountWithin?: true
  /** The number of the account in the form, which comes from the link. */
  formNumbersAccount?: true
  takesAnyKinds?: true
  takesAnyRow?: true
  /** The page alone knows how long a password must be. */
  takesAnyLength?: true
  repeatsMarkup?: true
  /** The login repeats the address that it does not know. */
  refusesWithMarkup?: true
  /** The one who asks for a reset gets the link at once. */
  answersWithLink?: true
  /** A dot finds the account without it, and the link goes to the address as it was typed, in a mailbox of its own. */
  ignoresDots?: true
  /** The link also goes to the second address of a list. */
  mailsToAll?: true
  recoveryCodeWorksTwice?: true
  /** A recovery code opens the account whose password was given, even if it is of another account. */
  recoveryCodeOfAnybody?: true
  /** A recovery code is spent a moment after it was found to be good. */
  recoveryCodesRace?: true
  /** Wrong recovery codes are not counted. */
  recoveryCodesUncounted?: true
  /** New recovery codes leave the former ones as they were. */
  recoveryCodesAddUp?: true
  /** A password is stored before it is judged. */
  storesWhatItRefuses?: true
  /** Codes of the last ten time steps, as long as they are newer than the last one that was used. */
  takesOldCodes?: true
  /** The code of the account that `username` names, where the form has that field. */
  codeOfNamedAccount?: true
  /** The password is compared, which takes time, for known addresses only. */
  slowerForKnown?: true
  /** No fault: a browser that has sent wrong codes must begin anew; the account is not blocked. */
  endsLogin?: true
  /** The answer to the password alone holds the secret of the app. */
  showsSecret?: true
  /** An interface answers without a session. */
  answersAnybody?: true
  /** Everybody sees the name of the last person who logged in. */
  namesLast?: true
  /** Browsers may keep what names a person. */
  keepsInside?: true
  /** No fault: a login leads to what was asked for before it. */
  leadsBack?: true
  /** A login leads wherever its address says. */
  returnsAnywhere?: true
  /** No fault: a login whose address asks for another site is refused. */
  refusesOtherSites?: true
  /** Anybody may frame the page behind the login. */
  framesInside?: true
  /** A link is spent a moment after it was found to be good. */
  linkRaces?: true
}
