/** The text of .pre-commit-hooks.yaml with its hooks installing exactly this version. */
export function withHookVersion(text: string, version: string): string {
  const changed = text.replaceAll(/(?<=['"]espalier@)[^'"]*/g, version)
  if (!changed.includes(`espalier@${version}`)) throw new Error('.pre-commit-hooks.yaml installs no espalier')
  return changed
}
