import { type Language } from '@duban/contracts';
import { dispositionTexts, stageTexts } from '@duban/domain/texts';
import type { Disposition, ItemStage } from '@duban/domain';
import type { MappingFile } from '../../mapping/mapping.schema.ts';
import { boardColumns } from './board-columns.ts';

const SEPARATOR = ' / ';

type Status = NonNullable<MappingFile['statuses']>[string];

const stages = (Object.keys(stageTexts) as ItemStage[]).filter(
  (stage): stage is Exclude<ItemStage, 'RETURN_REQUESTED' | 'TAKEN_BACK'> =>
    stage !== 'RETURN_REQUESTED' && stage !== 'TAKEN_BACK',
);

/** What a row says of its place in the loop: its stage, and how it ended where it has. */
const statusesIn = (language: Language): Readonly<Record<string, Status>> =>
  Object.fromEntries(
    stages.flatMap((stage): readonly (readonly [string, Status])[] => [
      [stageTexts[stage][language], { stage, disposition: null }],
      ...(Object.keys(dispositionTexts) as Disposition[]).map((disposition): readonly [string, Status] => [
        `${stageTexts[stage][language]}${SEPARATOR}${dispositionTexts[disposition][language]}`,
        { stage, disposition },
      ]),
    ]),
  );

/**
 * The mapping by which our own import reads our own export: another office's register, or this one's after a loss. What an
 * import cannot know again (rounds, counts, rules) comes in as other facts of the item.
 */
export const registerMapping = (register: string, language: Language): MappingFile => {
  const column = (key: string): string =>
    boardColumns.find((each) => each.key === key)?.label[language] ?? key;
  return {
    version: 1,
    notes: ['duban export register'],
    register,
    identity: [column('case_id'), column('item_id')],
    case: { form: 'register' },
    fields: {
      number: column('item_no'),
      title: column('title'),
      text: column('title'),
      organ: column('leads'),
      category: column('category'),
      documentNo: column('source_no'),
      status: { columns: [column('stage'), column('disposition')], take: 'joined', joinedBy: SEPARATOR },
      madeOn: column('opened_on'),
      dueOn: column('due'),
      closedOn: column('closed_on'),
    },
    dates: ['yyyy-MM-dd'],
    statuses: statusesIn(language),
    rules: {
      ...{ 'organ-missing': 'accept', 'made-on-missing': 'accept', 'closed-without-date': 'accept' },
      // What a log holds comes out of it and in again, also what no office would write today.
      ...{ 'made-in-future': 'warn', 'closed-in-future': 'warn' },
      'closed-before-made': 'warn',
    },
  };
};
