/** A step that is in no product: what it takes to add one, file by file. */
export const NEW_STEP = {
  file: 'libs/domain/src/case/rectification/call-in.step.ts',
  text: `import { isRejected, rejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, person } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { activeAssignments, findItem, refuseOtherStage, withItem } from '../item-access.ts';
import type { Step } from '../step.ts';

const organCalledIn = closed({ itemId: itemRef(), assignmentId: assignmentRef() });
const callMinuted = closed({ itemId: itemRef(), handler: person(), text: freeText() });
const sent = closed({ ...organCalledIn.properties, ...callMinuted.properties });

export type OrganCalledIn = Stored<'OrganCalledIn', typeof organCalledIn>;
export type CallMinuted = Stored<'CallMinuted', typeof callMinuted>;

const stages: readonly ItemStage[] = ['RECTIFYING'];

/** 约谈: whoever does not get on is asked in, and begins again. */
export const callIn: Step<typeof sent, OrganCalledIn | CallMinuted> = {
  label: { zh: '约谈', en: 'Call in' },
  data: sent,
  who: ['supervision-office'],
  at: stages,
  decide: ({ itemId, assignmentId, handler, text }, state) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const isActive = activeAssignments(item.cycle).some(({ id }) => id === assignmentId);
    if (!isActive) return rejected('plan.nobody-to-call', { assignmentId });
    return (
      refuseOtherStage([item], stages) ?? [
        { type: 'OrganCalledIn', data: { itemId, assignmentId } },
        { type: 'CallMinuted', data: { itemId, handler, text } },
      ]
    );
  },
  events: {
    OrganCalledIn: {
      data: organCalledIn,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => withItem(state, data.itemId, (item) => ({ ...item, stage: 'REWORK' })),
    },
    CallMinuted: {
      data: callMinuted,
      seenBy: 'office',
      published: false,
      personal: { text: ['handler'] },
      fold: (state) => state,
    },
  },
};
`,
} as const;

export type Edit = { readonly file: string; readonly at: string; readonly add: string };

/** Each puts its lines before what stands at that place. */
export const EDITS: readonly Edit[] = [
  {
    file: 'libs/domain/src/case/steps.ts',
    at: "import { fileAttachment } from './attachment/file-attachment.step.ts';",
    add: "import { callIn } from './rectification/call-in.step.ts';\n",
  },
  {
    file: 'libs/domain/src/case/steps.ts',
    at: '  FileAttachment: fileAttachment,',
    add: '  CallIn: callIn,\n',
  },
  {
    file: 'libs/domain/src/case/case.rejections.ts',
    at: "  | 'plan.empty'",
    add: "  | 'plan.nobody-to-call'\n",
  },
  {
    file: 'libs/domain/src/case/rectification/rectification.texts.ts',
    at: "  'plan.empty': refusal(",
    add: `  'plan.nobody-to-call': refusal(
    ['该单位已不承办此事项', 'That organ does not handle the item any more'],
    ['选择正在承办的单位', 'Choose an assignment that runs'],
  ),
`,
  },
  {
    file: 'libs/domain/src/case/rectification/rectification.texts.ts',
    at: '  PlanFiled: {',
    add: `  OrganCalledIn: {
    label: text('约谈', 'organ called in'),
    zh: ({ itemId }, { on, item }) => \`\${on}就\${item(itemId)}约谈\`,
    en: ({ itemId }, { on, item }) => \`The organ was called in about \${item(itemId)} on \${on}\`,
  },
  CallMinuted: {
    label: text('约谈记录', 'minutes of the call'),
    zh: ({ handler, text: said }, { name }) => \`\${name(handler)}：\${said}\`,
    en: ({ handler, text: said }, { name }) => \`\${name(handler)}: \${said}\`,
  },
`,
  },
];
