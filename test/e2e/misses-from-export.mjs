/** Every date that was missed by a day, from `duban export log` alone: node misses-from-export.mjs <file> <day> */
import { readFileSync } from 'node:fs';
const [items, item, back, [, , file, today]] = [{}, 'item-due', 'look-back', process.argv];
const later = (time, days) => new Date(Date.parse(time) + days * 864e5).toISOString().slice(0, 10);
const imported = (id) => `${id}-imported`;
const [co, keyOf] = [(id) => `co-opinion ${id}`, (d) => (d.assignmentId ? co(d.assignmentId) : d.which)];
const by = (key) => ({ id, role }) => (key === 'due' || key === 'plan' ? role !== 'co' : key === co(id));
const waits = (i, key) => /due/.test(key) && i.organs.filter(by('due')).some(({ organ }) => organ === i.asker);
const owed = (i) => Object.keys(i.dates).filter((k) => i.dates[k] && i.open.test(k) && !(i.plans && k === 'plan'));
const pass = (i, day) => {
  for (const [k, date] of owed(i).map((key) => [key, i.dates[key]])) if (i.day <= date && date < day)
    i.misses.push({ missed: k, date, n: i.n, organs: i.organs.filter(by(k)).map((a) => a.organ), held: waits(i, k) });
  if (i.day < day) i.day = day; };
const end = (i, id) => delete i.dates[co(id)] && (i.organs = i.organs.filter((organ) => organ.id !== id));
const give = (i, { assignment, assignments = [assignment], ...d }) => {
  i.dates = { [item]: d.due.date, ...i.dates, due: d.due.date, plan: d.planDue?.date };
  for (const a of assignments) if (a.role === 'co') i.dates[co(a.id)] = d.coOpinionDue?.date;
  end(i, d.endedAssignmentId ?? imported(i.id)).push(...assignments); };
const round = (i, { next: { cycle: n, due } }) => {
  const assignments = i.organs.map((a) => ({ ...a, id: `${a.id.replace(/~\d+$/, '')}~${n}` }));
  give(Object.assign(i, { n, dates: {}, plans: 0, organs: [], asker: '' }), { due, coOpinionDue: due, assignments }); };
const decide = (i, { newDue }) => { if (newDue && i.dates[item] < newDue.date) i.dates[item] &&= newDue.date;
  i.asker = ''; i.misses = i.misses.filter((m) => !newDue || !m.held).map((m) => ({ ...m, held: false })); };
const move = (i, key, { date: from }, { date: to }) => i.dates[key] === from && (i.dates[key] = to);
const handIn = (i) => (i.dates[item] = '');
const look = (i, d) => (i.dates[back] = (d.lookBackDue ?? d.nextDue ?? d.due)?.date);
const steps = { ItemAssigned: give, ItemReassigned: give, ReturnAccepted: (i, d) => end(i, d.assignmentId),
  PlanFiled: (i) => i.plans++, PlanReturned: (i) => i.plans--, CoOpinionSubmitted: (i, d) => delete i.dates[keyOf(d)],
  ResultSubmitted: handIn, ReplySent: handIn, ItemClosed: look, LookBackScheduled: look, LookBackPassed: look,
  RelapseFound: (i) => delete i.dates[back], ExtensionGranted: decide, ExtensionRefused: decide,
  ItemResumed: ({ dates: t }, d) => (t[item] &&= t[item] === t.due ? d.newDue.date : later(t[item], d.daysSuspended)),
  ExtensionRequested: (i, d, { actor, paper }, day) => { i.asker = paper?.enteredFor ?? actor.organ;
    for (const m of i.misses) m.held ||= waits(i, m.missed) && m.n === i.n && day <= m.date; },
  DueDateRecomputed: (i, d) => { move(i, keyOf(d), d.before, d.after);
    if (d.which === 'due') move(i, item, d.before, d.after); },
  MissAnnulled: (i, d) => { if (d.cycle === i.n) move(i, keyOf(d), { date: d.dueDate }, d.lawfulDue);
    i.misses = i.misses.filter((m) => m.missed !== keyOf(d) || m.date !== d.dueDate || m.n !== d.cycle); } };
/** After which events which dates are owed. */
const OPEN = [[/^(Item(Assigned|Resumed)|ResultReturned|ItemReassigned restart (?!co))|next$/, /^(?!look)/],
  [/^ReturnAccepted/, /^item-due$/], [/^(ItemClosed|LookBack)/, /^look-back$/],
  [/^(Result(Submitted|Accepted)|ReplySent|Item(Suspended|Merged|Withdrawn|ImportTakenBack))/, /^$/]];
const fold = (i, type, d, m, day) => {
  const [before, said] = [owed(i), [type, d.clockRule, d.assignment?.role, d.next && 'next'].join(' ')];
  i.open = OPEN.find(([after]) => after.test(said))?.[1] ?? i.open; (d.next ? round : steps[type])?.(i, d, m, day);
  if (d.newDue) i.dates.due = d.newDue.date; const met = before.filter((k) => !owed(i).includes(k));
  i.misses = i.misses.filter((miss) => miss.date < day || miss.n !== i.n || !met.includes(miss.missed)); };
for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
  const { stream, type, data: d, metadata: m } = JSON.parse(line); if (!/^case-/.test(stream)) continue;
  const day = m.paper?.receivedOn ?? later(m.decidedAt ?? m.recordedAt, 1 / 3);
  for (const id of [d.itemId ?? d.itemIds ?? d.claims?.map((claim) => claim.itemId)].flat()) {
    const organs = [{ id: imported(id), organ: d.organ }];
    const fresh = { n: 1, day, open: /^$/, dates: {}, plans: 0, misses: [], organs };
    const i = (items[`${stream} ${id}`] ??= { stream, id, ...fresh }); pass(i, day); fold(i, type, d, m, day); } }
for (const i of Object.values(items)) for (const { held, n: cycle, ...miss } of (pass(i, today), i.misses))
  if (!held) console.log(JSON.stringify({ stream: i.stream, item: i.id, cycle, ...miss }));
