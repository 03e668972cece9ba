/** One message of a `text/event-stream`; comments come through as nothing, and an id alone as a place without data. */
export type SseMessage = { readonly id: string | null; readonly data: string | null };

type Fields = { id: string | null; data: string[] };

/**
 * Cuts text as it comes into messages (HTML standard, section 9.2.6), keeping what is not whole yet. Only the fields
 * that Duban sends are looked at.
 */
export class SseCutter {
  #rest = '';
  #fields: Fields = { id: null, data: [] };

  cut(text: string): readonly SseMessage[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): readonly SseMessage[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'data') this.#fields.data.push(value);
    if (name === 'id') this.#fields.id = value;
    return [];
  }

  #dispatch(): readonly SseMessage[] {
    const { id, data } = this.#fields;
    this.#fields = { id: null, data: [] };
    if (data.length === 0) return id === null || id === '' ? [] : [{ id, data: null }];
    return [{ id, data: data.join('\n') }];
  }
}
