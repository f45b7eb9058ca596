/**
 * Who is below whom, as places in one order: everybody below a node stands together, from `from` to before `to`. A node
 * in a loop has the whole loop and all below it there, itself too, which is not below itself.
 */
export type ReportingOrder = {
  /** The nodes in their order. */
  nodes: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
};

/** The nodes under each, in the order of their numbers: those of `n` from `firstChild[n]` to before `firstChild[n + 1]`. */
export type ChildLists = { firstChild: Uint32Array; children: Uint32Array };

const none = -1;

/** `parents[n]` is the node above node `n`, -1 for none. Ends in loops; takes time in proportion to the nodes. */
export function reportingOrder(parents: Int32Array, { firstChild, children }: ChildLists): ReportingOrder {
  const size = parents.length;
  const nodes = new Uint32Array(size);
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const inLoop = new Uint8Array(size);
  const placed = new Uint8Array(size);
  const cursor = new Uint32Array(size);
  const path: number[] = [];
  let next = 0;

  const begin = (node: number) => {
    placed[node] = 1;
    nodes[next++] = node;
    from[node] = next;
    cursor[node] = firstChild[node] ?? 0;
    path.push(node);
  };
  const place = (root: number) => {
    begin(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = cursor[node] ?? 0;
      if (at === firstChild[node + 1]) {
        to[node] = next;
        path.pop();
        continue;
      }
      cursor[node] = at + 1;
      const child = children[at] ?? 0;
      if (inLoop[child] !== 1) begin(child);
    }
  };

  for (let node = 0; node < size; node++) if (parents[node] === none) place(node);
  for (let node = 0; node < size; node++) {
    if (placed[node] === 1) continue;
    const loop = loopAbove(parents, node);
    const start = next;
    for (const one of loop) inLoop[one] = 1;
    for (const one of loop) place(one);
    for (const one of loop) {
      from[one] = start;
      to[one] = next;
    }
  }
  return { nodes, from, to };
}

export function childLists(parents: Int32Array): ChildLists {
  const firstChild = new Uint32Array(parents.length + 1);
  for (const parent of parents) if (parent !== none) firstChild[parent + 1] = (firstChild[parent + 1] ?? 0) + 1;
  for (let n = 0; n < parents.length; n++) firstChild[n + 1] = (firstChild[n + 1] ?? 0) + (firstChild[n] ?? 0);
  const free = firstChild.slice();
  const children = new Uint32Array(firstChild.at(-1) ?? 0);
  for (const [node, parent] of parents.entries()) {
    if (parent === none) continue;
    children[free[parent] ?? 0] = node;
    free[parent] = (free[parent] ?? 0) + 1;
  }
  return { firstChild, children };
}

/** The loop that the way up from a node ends in, in its order. */
function loopAbove(parents: Int32Array, node: number): number[] {
  const seen = new Set<number>();
  let at = node;
  while (!seen.has(at)) {
    seen.add(at);
    at = parents[at] ?? none;
  }
  const loop = [at];
  for (let next = parents[at] ?? none; next !== at; next = parents[next] ?? none) loop.push(next);
  return loop;
}
