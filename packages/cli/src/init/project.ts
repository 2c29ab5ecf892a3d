import { version } from '../version.ts'

/**
 * Where Espalier is published: the one place that says it. OWNER stands for the GitHub account, which is not known yet; it is replaced
 * here, and in the README, before the first release.
 */
const repository = 'OWNER/espalier'

/** What the files that `init` writes refer to. All of it is this very version: another one may render other bytes. */
export const project: {
  readonly action: string
  readonly hooks: string
  readonly tag: string
  readonly npm: string
} = {
  action: `${repository}@v${version}`,
  hooks: `https://github.com/${repository}`,
  tag: `v${version}`,
  npm: `espalier@${version}`,
}
