/** Arguments of Git for the names of files that differ: whatever the user configured, paths from the root, one for each file. */
export const differingNames: readonly string[] = [
  'diff',
  '--name-only',
  '-z',
  '--no-relative',
  '--no-renames',
  '--no-ext-diff',
  '--ignore-submodules',
]
