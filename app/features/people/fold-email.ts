/** The form in which e-mail addresses are compared: small letters, and the domain as DNS has it. */
export function foldEmail(email: string): string {
  const folded = email.trim().normalize("NFC").toLowerCase();
  const at = folded.lastIndexOf("@");
  // Nearly all domains are plain; for the others only a URL knows the rules of international names.
  const domain = at < 0 ? "" : folded.slice(at + 1);
  if (/^[a-z0-9.-]*$/.test(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return folded;
  if (!URL.canParse(`http://${domain}`)) return folded;
  return folded.slice(0, at + 1) + new URL(`http://${domain}`).hostname;
}
