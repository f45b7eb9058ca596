import { randomBytes } from "node:crypto";
import { formatCertificateNumber } from "./certificate-number.ts";

/** A number that nobody can guess from another one. */
export function newCertificateNumber(): string {
  return formatCertificateNumber(randomBytes(12));
}
