/** `林督 (督办机构)`: the part in brackets is the short name of the organ. */
const NAMED = /^(.*?)\s*[(（](.+)[)）]$/;

export const personName = (text: string): { readonly name: string; readonly organ: string | null } => {
  const [, name = text, organ = null] = NAMED.exec(text) ?? [];
  return { name, organ };
};
