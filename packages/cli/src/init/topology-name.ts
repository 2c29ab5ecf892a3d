/** A topology's name made of a folder's; a short one, because the names of what is rendered begin with it. */
export function topologyName(folder: string): string {
  const plain = folder.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30)
    .replace(/^-|-$/g, '')
  return name === '' ? 'fleet' : name
}
