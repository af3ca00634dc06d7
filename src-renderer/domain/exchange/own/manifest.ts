/** What tells that the members under `parallax/` are ours, and whether project.qde is still what we wrote. */
export interface OwnManifest {
  readonly format: 'parallax-project';
  readonly version: number;
  /** The program that wrote it and its version. */
  readonly application: string;
  /** SHA-256 of project.qde as 64 hex digits: another one says that another program has changed it. */
  readonly projectXmlSha256: string;
  /** Lines by member, so that none can go missing unnoticed. */
  readonly lines: { readonly [member: string]: number };
}

/** Raised whenever what is written cannot be read as before. */
export const OWN_VERSION = 1;

/** In: who writes, the hash of project.qde, lines by member. Out: the text of the manifest. */
export function manifestText(manifest: Omit<OwnManifest, 'format' | 'version'>): string {
  const whole: OwnManifest = { format: 'parallax-project', version: OWN_VERSION, ...manifest };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
