import type { JsonValue } from '@duban/kernel';

const WIDTH = 100;

/** JSON for readers: what fits stays on one line. */
export const jsonText = (value: JsonValue, indent = ''): string => {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + flat.length <= WIDTH) return flat;
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const lines = Object.entries(value as Readonly<Record<string, JsonValue>>).map(
    ([key, part]) => `${deeper}${isList ? '' : `${JSON.stringify(key)}: `}${jsonText(part, deeper)}`,
  );
  const [open, close] = isList ? '[]' : '{}';
  return `${open ?? ''}\n${lines.join(',\n')}\n${indent}${close ?? ''}`;
};
