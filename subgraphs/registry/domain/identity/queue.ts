/** Things in a queue, of which the heaviest comes first: a binary heap. */

export class Queue<Thing> {
  private readonly heap: { thing: Thing; weight: number }[] = [];

  add(thing: Thing, weight: number): void {
    const added = { thing, weight };
    let at = this.heap.push(added) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.heap[above];
      if (parent === undefined || parent.weight >= weight) break;
      this.heap[at] = parent;
      at = above;
    }
    this.heap[at] = added;
  }

  /** The heaviest, which leaves the queue; undefined when there is none. */
  take(): Thing | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first !== undefined && last !== undefined && this.heap.length > 0) this.sink(last);
    return first?.thing;
  }

  private sink(last: { thing: Thing; weight: number }): void {
    let at = 0;
    for (;;) {
      const [left, right] = [this.heap[2 * at + 1], this.heap[2 * at + 2]];
      const heavier = right !== undefined && left !== undefined && right.weight > left.weight ? 2 : 1;
      const child = heavier === 2 ? right : left;
      if (child === undefined || child.weight <= last.weight) break;
      this.heap[at] = child;
      at = 2 * at + heavier;
    }
    this.heap[at] = last;
  }
}
