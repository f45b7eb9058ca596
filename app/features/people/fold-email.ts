/** The form in which e-mail addresses are compared. */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}
