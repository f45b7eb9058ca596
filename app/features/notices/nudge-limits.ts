/** More than so many are nudged by background work. */
export const mostNudgedAtOnce = 200;
/** More than so many are never nudged by one decision, whoever takes it: a mail to so many deserves another look. */
export const mostNudgedInBackground = 5000;
