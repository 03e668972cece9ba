import type { Fault, FaultPlace } from './double-control.ts';

type Planned = Fault & { seen: number; left: number };

/** Which calls are struck by what. The first fault that fits a call strikes it. */
export class FaultPlan {
  struck = 0;
  readonly calls: Record<FaultPlace, number> = { append: 0, read: 0, subscribe: 0, features: 0, gossip: 0 };
  #planned: Planned[] = [];

  add(fault: Fault): void {
    this.#planned.push({ ...fault, seen: 0, left: fault.times === null ? Infinity : (fault.times ?? 1) });
  }

  clear(): void {
    this.#planned = [];
  }

  next(place: FaultPlace): Fault | null {
    this.calls[place] += 1;
    for (const planned of this.#planned) {
      if (planned.on !== place || planned.left === 0) continue;
      planned.seen += 1;
      if (planned.seen % (planned.every ?? 1) !== 0) continue;
      planned.left -= 1;
      this.struck += 1;
      return planned;
    }
    return null;
  }
}
