import { rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, flag, freeText, id, listOf, person, text, without } from '../../schema/parts.ts';
import { newId } from '../../schema/references.ts';
import { itemCategory } from '../case.vocabulary.ts';
import { newItem } from '../new-item.ts';
import { factOf } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import type { Step } from '../step.ts';

const itemRegistered = closed({
  itemId: newId(),
  caseId: uncorrectable(id()),
  sourceId: clerical(text()),
  sourceParagraph: clerical(text()),
  title: clerical(text()),
  text: freeText(),
  category: itemCategory(),
  topicTag: clerical(text()),
  /** `person:<id>` of deputies, for suggestions; empty otherwise. */
  proposers: uncorrectable(listOf(person())),
});

export type ItemRegistered = Stored<'ItemRegistered', typeof itemRegistered>;

const registerItemData = closed({
  ...without(itemRegistered, 'caseId').properties,
  /** The registrar's declaration; each `true` is refused (section 2.3). */
  concerns: Type.Optional(
    closed({
      courtCase: Type.Optional(flag()),
      personalMatter: Type.Optional(flag()),
      stateSecret: Type.Optional(flag()),
    }),
  ),
});

/** 登记. Single court cases, personal matters and state secrets never enter (section 2.3; section 8, 12; S3 art. 8). */
export const registerItem: Step<typeof registerItemData, ItemRegistered> = {
  label: { zh: '登记事项', en: 'Register an item' },
  data: registerItemData,
  who: ['supervision-office', 'working-body'],
  at: 'case',
  decide: ({ concerns = {}, ...facts }, state) => {
    const excluded = Object.entries(concerns).flatMap(([ground, concerned]) => (concerned ? [ground] : []));
    if (excluded.length > 0) return rejected('item.out-of-scope', { grounds: excluded });
    const data = { ...facts, caseId: state.opened.caseId };
    const present = ownEntry(state.items, data.itemId);
    if (present !== undefined) {
      return sameFacts(present.registered?.data, data)
        ? []
        : rejected('item.id-taken', { itemId: data.itemId });
    }
    return state.status === 'open' ? [{ type: 'ItemRegistered', data }] : rejected('case.not-open');
  },
  events: {
    ItemRegistered: {
      data: itemRegistered,
      seenBy: 'public',
      published: true,
      personal: { text: ['proposers'] },
      fold: (state, event) => {
        const { itemId, title, text: wording, category, proposers } = event.data;
        if (ownEntry(state.items, itemId) !== undefined) return state;
        const item = {
          ...newItem(itemId, 'REGISTERED'),
          registered: factOf(event),
          title,
          text: wording,
          category,
          proposers,
        };
        return { ...state, items: { ...state.items, [itemId]: item } };
      },
    },
  },
};
