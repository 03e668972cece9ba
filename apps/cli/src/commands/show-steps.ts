import { COMMAND_SENDERS } from '@duban/application';
import { commandNames, type FormField, type OfferedStep, type StepView } from '@duban/contracts';
import { roleTexts, type Language } from '@duban/domain/texts';
import type { Console } from '../output/console.ts';
import { table } from '../output/table.ts';
import { stepTexts } from '../texts/steps.texts.ts';

const listed = (words: readonly string[], language: Language): string =>
  words.join(language === 'zh' ? '、' : ', ');

const sendersOf = (name: string, language: Language): string => {
  const type = commandNames.get(name);
  const roles = type === undefined ? [] : COMMAND_SENDERS[type];
  return listed(
    roles.map((role) => roleTexts[role][language]),
    language,
  );
};

const required = (fields: readonly FormField[]): readonly FormField[] =>
  fields.filter(({ optional, kind }) => !optional && kind !== 'fixed');

/** What must be said, in the first way to say it. */
const neededOf = ({ forms: [fields = []] }: StepView, language: Language): string =>
  listed(
    required(fields).map(({ label }) => label[language]),
    language,
  );

const asJson = (console: Console, items: readonly StepView[]): void => {
  console.report(JSON.stringify({ items }, null, 2));
};

/** Each step: what it is called, by which name it is sent, by whom, and what must be said. */
export const showSteps = (console: Console, steps: readonly StepView[]): void => {
  const { language, output } = console;
  if (output === 'json') {
    asJson(console, steps);
    return;
  }
  const heads = [stepTexts.step, stepTexts.name, stepTexts.senders, stepTexts.needed];
  const rows = steps.map((step) => [
    step.label[language],
    step.name,
    sendersOf(step.name, language),
    neededOf(step, language),
  ]);
  const isNone = rows.length === 0;
  console.report(isNone ? stepTexts.none[language] : table([heads.map((head) => head[language]), ...rows]));
};

/** What can be done now, then what cannot, each with its reason. */
export const showOffered = (console: Console, steps: readonly OfferedStep[]): void => {
  const { language, output } = console;
  if (output === 'json') {
    asJson(console, steps);
    return;
  }
  const open = steps.filter(({ refused }) => refused === null);
  const closed = steps.filter(({ refused }) => refused !== null);
  const parts = [
    stepTexts.now[language],
    open.length === 0
      ? stepTexts.nothingNow[language]
      : table(open.map((step) => ['', step.label[language], step.name, neededOf(step, language)])),
    ...(closed.length === 0 ? [] : ['', stepTexts.notNow[language]]),
    table(
      closed.map(({ label, name, refused }) => ['', label[language], name, refused?.why[language] ?? '']),
    ),
  ];
  console.report(parts.join('\n').trimEnd());
};
