export const usage = `Usage: espalier plan [options]

Says what a change of topology.yaml does, cluster by cluster: objects added,
changed, removed by the engine, or left behind; which clusters stay as they are;
findings that are new, and those that are fixed. Both sides are rendered in
memory: the topology of the working tree, staged or not, and that of a Git
revision, also where its file had another name.

  --base REF         the revision to compare with; of a branch, the commit where
                     this one left it (default: the remote's default branch,
                     else the last commit)
  --topology FILE    the topology; repeatable
                     (default: topology.yaml here or in a parent folder)
  --format NAME      text, markdown, or json (default: text)
  --output NAME=FILE the plan in this format to a file as well; repeatable
  --fail-on SEVERITY exit 1 where a new finding has this severity or a worse
                     one: error, warning or info (default: error)
  --no-extensions    leave out what extensions add, and say so
`

export const options = {
  base: { type: 'string' },
  topology: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  output: { type: 'string', multiple: true },
  'fail-on': { type: 'string', default: 'error' },
  'no-extensions': { type: 'boolean', default: false },
} as const
