declare const ESPALIER_VERSION: string | undefined

/** The published version; the build puts it in, sources have none. */
export const version: string = typeof ESPALIER_VERSION === 'string' ? ESPALIER_VERSION : '0.0.0-dev'
