/** The payload of a pull request, from the repository itself or from a fork. */
export function pullRequest(from = 'acme/fleet', base = '0'.repeat(40)): object {
  return {
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: 'acme/fleet' } },
      head: { sha: 'f'.repeat(40), repo: { full_name: from } },
    },
  }
}
