import { parsePost, type Post } from '@duban/kernel';
import { DEMO_PERSONAS, type Bearer, type Identity } from '@duban/nest';

const IN_AN_HOUR = 3_600_000;

const postsOf = (texts: readonly string[]): readonly Post[] => texts.flatMap((text) => parsePost(text) ?? []);

/**
 * An identity in which some hold several posts, by persona (`so`) or by a name of their own. The others are as in the demo; a token
 * is the name.
 */
export const toldIdentity = (several: Readonly<Record<string, readonly string[]>>): Identity => {
  const single = Object.fromEntries(
    DEMO_PERSONAS.map(({ id, role, organ }) => [id.replace('person:demo-', ''), [{ role, organ }]]),
  );
  const held: Readonly<Record<string, readonly Post[]>> = {
    ...single,
    ...Object.fromEntries(Object.entries(several).map(([who, texts]) => [who, postsOf(texts)])),
  };
  const bearer = (who: string): Bearer | null => {
    const posts = held[who];
    const id = `person:demo-${who}`;
    return posts === undefined ? null : { id, name: id, posts, expiresAt: Date.now() + IN_AN_HOUR };
  };
  return {
    verify: (token) => Promise.resolve(bearer(token)),
    postsOf: ({ posts }) => Promise.resolve(posts.map((post) => ({ ...post, until: null }))),
    personas: () =>
      Promise.resolve(
        Object.entries(held).map(([who, [post]]) => ({
          ...{ id: `person:demo-${who}`, name: who, token: who },
          ...(post ?? { role: 'analyst' as const, organ: 'none' }),
        })),
      ),
  };
};
