/** Said where Git has no files: nothing that is written there could ever be committed. */
export const noWorkTree =
  'there is no work tree of Git here, only a bare repository: git worktree add makes one'
