import { verifyText } from '../verify-text.ts';
import type { Trust } from '../trust.ts';
import type { About, Checked, Verdict } from '../verdict.ts';
import { browserPrimitives } from './browser-primitives.ts';
import type { PageDocument, PageElement, PageFile } from './page-dom.ts';
import { isPageText, pageTexts, type Language, type PageTextKey } from './page-texts.ts';

/** Drop a file, see the verdict: the checker for whoever has no terminal. Built into one HTML file that needs no other. */
declare const document: PageDocument;

const found = (id: string): PageElement => {
  const element = document.getElementById(id);
  if (element === null) throw new RangeError(`the page has no ${id}`);
  return element;
};

let language: Language = navigator.language.startsWith('en') ? 'en' : 'zh';
let dropped: PageFile | null = null;

const say = (key: PageTextKey): string => pageTexts[key][language];

const tellAll = (): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const element of Array.from(document.querySelectorAll('[data-text]'))) {
    const key = element.dataset['text'];
    if (isPageText(key)) element.textContent = say(key);
  }
};

async function* piecesOf(file: PageFile): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read())
    yield decoder.decode(read.value, { stream: true });
  yield decoder.decode();
}

const fileIn = (id: string): PageFile | null => found(id).files?.[0] ?? null;
const linesIn = (id: string): readonly string[] =>
  found(id)
    .value.split('\n')
    .filter((line) => line.trim() !== '');

const trust = (): Trust => {
  const known = found('known').value.trimStart();
  const earlier = fileIn('earlier');
  return {
    keys: linesIn('keys'),
    witnesses: linesIn('witnesses'),
    known: known === '' ? [] : [known.endsWith('\n') ? known : `${known}\n`],
    ...(earlier === null ? {} : { earlier: piecesOf(earlier) }),
  };
};

const countsOf = (checked: Checked): string =>
  (['records', 'checkpoints', 'signatures', 'cosignatures'] as const)
    .map((kind) => `${say(kind)} ${String(checked[kind])}`)
    .join(' · ');

const show = (className: string, lines: readonly string[]): void => {
  const verdict = found('verdict');
  verdict.className = className;
  verdict.hidden = false;
  verdict.textContent = lines.join('\n');
};

/** A part of a log is good for less than the whole: what it is about, and what it does not show. */
const aboutOf = (about: About): readonly string[] =>
  about.kind === 'case'
    ? [
        `${about.stream ?? ''} · ${say('events')} ${String(about.events)} · ${say('size')} ${String(about.size)}`,
        say(about.endsTheLog ? 'nothingFollows' : 'mayFollow'),
      ]
    : [
        `${about.stream} · ${String(about.revision)} · ${about.type} · ${about.recorded}`,
        `${say('record')} ${String(about.index)} · ${say('size')} ${String(about.size)}`,
        say('labelOnly'),
      ];

const GOOD = { case: 'goodCase', proof: 'goodProof' } as const;

const showVerdict = ({ result, firstBad, checked, about, notes = [] }: Verdict): void => {
  const told = result === 'good' && about !== undefined ? GOOD[about.kind] : result;
  const what = about === undefined ? [] : aboutOf(about);
  const why = firstBad === undefined ? [] : [`${firstBad.reason[language]} [${firstBad.code}]`];
  const marks = notes.map(({ text }) => text[language]);
  show(result, [say(told), ...why, ...marks, ...what, countsOf(checked)]);
};

const check = async (): Promise<void> => {
  const bundle = dropped ?? fileIn('bundle');
  if (bundle === null) {
    show('cannot-tell', [say('noFile')]);
    return;
  }
  show('checking', [bundle.name, say('checking')]);
  showVerdict(await verifyText(piecesOf(bundle), trust(), browserPrimitives));
};

const checkAndTell = (): void => {
  check().catch((error: unknown) => {
    show('cannot-tell', [say('failed'), String(error)]);
  });
};

found('check').addEventListener('click', checkAndTell);
found('bundle').addEventListener('change', () => {
  dropped = null;
});
found('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  tellAll();
});
found('drop').addEventListener('dragover', (event) => {
  event.preventDefault();
});
found('drop').addEventListener('drop', (event) => {
  event.preventDefault();
  dropped = event.dataTransfer?.files[0] ?? null;
  checkAndTell();
});
tellAll();
