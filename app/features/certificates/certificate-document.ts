/** All that a certificate says, as plain words in one language: drawing it asks nobody anything. */
export type CertificateDocument = {
  /** BCP 47, of the texts. */
  language: string;
  /** What a viewer shows in its title bar. */
  title: string;
  /** Instant written into the file as its creation; the same certificate is the same file. */
  issuedAt: number;
  organisation: string;
  heading: string;
  /** Between heading and name, such as "This certifies that". */
  before: string;
  name: string;
  /** Written where the name would be when no letter of it can be drawn, as with a name of pictures alone. */
  nameStandIn: string;
  /** BCP 47, best with a region; decides which region's ideographs the name is drawn with. */
  nameLanguage: string;
  /** What the person has done, one sentence or two. */
  statement: string;
  facts: { label: string; value: string }[];
  /** Where anyone can check it; the address is also drawn as a QR code. */
  verification: { text: string; url: string; qrLabel: string };
};
