import { readFile } from 'node:fs/promises';
import type { Config } from '@duban/config';
import { CodedError } from '@duban/kernel';
import type { Console } from '../output/console.ts';
import { tailTexts } from '../texts/tail.texts.ts';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** Reads events and exports, and nothing else. */
const ROLE = 'analyst';

type Persona = { readonly role?: unknown; readonly name?: unknown; readonly token?: unknown };

const fromFile = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new CodedError('config.invalid', `DUBAN_TOKEN_FILE names ${file}, which cannot be read`, { cause });
  }
};

/** The demo hands tokens to whoever asks on its own machine; they end with the process that signed them. */
const demoPersona = async (url: URL): Promise<Persona | null> => {
  const response = await fetch(new URL('/demo/personas', url));
  if (!response.ok) {
    await response.body?.cancel();
    return null;
  }
  const { items } = (await response.json()) as { readonly items?: readonly Persona[] };
  return items?.find(({ role, token }) => role === ROLE && typeof token === 'string') ?? null;
};

/** A token for each connection: from the settings, or the demo's analyst; none where there is neither. */
export const serverToken = (
  { token }: Pick<Config, 'token'>,
  url: URL,
  { note, language }: Console,
): (() => Promise<string | null>) => {
  if (token !== null) return async () => ('value' in token ? token.value : fromFile(token.file));
  let hasSaid = false;
  return async () => {
    const persona = LOOPBACK.has(url.hostname) ? await demoPersona(url) : null;
    if (!hasSaid) {
      note(
        persona === null
          ? tailTexts.noToken[language]
          : `${tailTexts.persona[language]}: ${String(persona.name)}`,
      );
    }
    hasSaid = true;
    return persona === null ? null : String(persona.token);
  };
};
