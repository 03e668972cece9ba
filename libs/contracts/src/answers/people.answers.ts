import { answer, listOf, orNull, position, text, whole } from './parts.ts';

export const person = answer('Person', {
  id: text('`person:<random id>`: all that the log knows'),
  name: text(),
  organ: orNull(text()),
  contactMasked: orNull(text('Such as `138****5678`; a number in full is kept nowhere')),
});

export const erasure = answer('Erasure', {
  erasureId: text(),
  person: text(),
  fields: whole('Fields of the log that can be read no more'),
  keysDestroyed: whole(),
  position: position(),
});

const persona = answer('Persona', { id: text(), name: text(), role: text(), organ: text(), token: text() });

export const personas = listOf('Personas', persona);
