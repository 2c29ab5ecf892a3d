/** A path as a file in that folder names it; what leads above where names begin keeps its `..`. */
export function resolvePath(folder: string, path: string): string {
  const steps = folder === '' ? [] : folder.split('/')
  for (const step of path.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
