import { text, type Text } from '../texts/text.ts';

/** What steps of the loop rest on. Only the first three are law in force here; the rules of another city are what ours were made after. */
export const lawTexts = {
  supervision: text(
    '《各级人民代表大会常务委员会监督法》（2024 年修正）',
    'Supervision Law, as amended in 2024',
  ),
  deputies: text(
    '《全国人民代表大会和地方各级人民代表大会代表法》（2025 年修正）',
    'Deputies Law, as amended in 2025',
  ),
  civil: text('《民法典》，作为计算办法参照', 'Civil Code, followed as a way of counting'),
  shanghai: text(
    '上海市关于代表建议、批评和意见的规定（2015 年），他地规定，仅供参照',
    'Shanghai rules on deputies’ suggestions (2015): of another place, and a model only',
  ),
} as const satisfies Readonly<Record<string, Text>>;

export type Law = keyof typeof lawTexts;

/** Articles by their numbers, for each law that a step rests on. */
export type Source = { readonly [Name in Law]?: readonly number[] };
