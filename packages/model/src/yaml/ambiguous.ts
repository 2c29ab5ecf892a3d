// The forms below are the YAML 1.1 type repository's bool, int, float and timestamp, less those that YAML 1.2 core reads alike.
const forms: readonly RegExp[] = [
  /^(y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/,
  /^[-+]?0[0-9]+$/,
  /^[-+]?0b[01_]+$/,
  /^[-+]?0o[0-7]+$/,
  /^[-+]?(0x[0-9a-fA-F]*_[0-9a-fA-F_]*|[0-9][0-9]*_[0-9_]*(\.[0-9_]*)?)$/,
  /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/,
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?$/,
  /^(=|<<)$/,
]

/** True for a plain scalar to which YAML 1.1 and YAML 1.2 core give different values (`on`, `0777`, `1:30`, `2001-01-01`). */
export function readsDifferently(plain: string): boolean {
  return forms.some(form => form.test(plain))
}
