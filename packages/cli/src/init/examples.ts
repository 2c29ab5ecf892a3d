export interface Examples {
  readonly account: string | undefined
  readonly region: string | undefined
  readonly repository: string | undefined
  vpc(index: number): string
}

/**
 * What stands for an answer that only looking at the result does not need. It reaches nothing: AWS gives no account this id, and
 * the host is kept for examples (RFC 2606).
 */
export const examples: Examples = {
  account: '000000000000',
  region: 'us-west-2',
  repository: 'https://git.example.com/example/fleet.git',
  vpc: index => `vpc-${String(index + 1).padStart(17, '0')}`,
}
