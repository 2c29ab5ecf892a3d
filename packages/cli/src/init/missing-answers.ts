interface Needed {
  readonly repository: string | undefined
  readonly account: string | undefined
  readonly region: string | undefined
}

/** Asks for what nobody can guess. `hasOrigin`: there is a remote, but no engine could fetch from its address. */
export function missingAnswers(
  { repository, account, region }: Needed,
  clustersWithoutVpc: readonly string[],
  hasOrigin: boolean,
): string {
  const flags = [
    ...(account === undefined ? ['--account ID'] : []),
    ...(region === undefined ? ['--region REGION'] : []),
    ...clustersWithoutVpc.map(name => `--vpc ${name}=VPC`),
    ...(repository === undefined ? ['--repository URL'] : []),
  ]
  const remote = hasOrigin
    ? ' (no engine could fetch from the address of the remote origin)'
    : ' (there is no remote origin to take it from)'
  return `it needs ${flags.join(' ')}${repository === undefined ? remote : ''}; with --example it takes values that do not exist`
}
