import type { Survey } from './survey.ts'

/** True where a .sourceignore may keep files of a folder from Flux. */
export function isFiltered(survey: Survey, folder: string): boolean {
  return ['', folder].some(one => survey.items(one)?.some(({ name }) => name === '.sourceignore'))
}
