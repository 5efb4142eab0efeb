/** A tree's nodes, each before what lies under it: where a value is at most the threshold the next node follows, else the one at `over`. */
interface Tree {
  /** Which value a node asks for; -1 for a leaf, whose worth is its threshold. */
  readonly asks: Int16Array;
  readonly thresholds: Float64Array;
  readonly over: Int32Array;
}

/**
 * Reads a forest: a line a tree, its nodes in order, each `value:threshold`, or a leaf's worth. Takes the values that are asked for,
 * returns the sum of the leaves that they lead to.
 */
export function forestOf(text: string): (values: readonly number[]) => number {
  const trees = text.trim() === '' ? [] : text.trim().split('\n').map(treeOf);
  return (values) => trees.reduce((sum, tree) => sum + leafOf(tree, values), 0);
}

function treeOf(line: string): Tree {
  const nodes = line.split(' ').map((node) => node.split(':').map(Number));
  const tree = {
    asks: Int16Array.from(nodes, (node) => (node.length === 1 ? -1 : (node[0] ?? 0))),
    thresholds: Float64Array.from(nodes, (node) => node.at(-1) ?? 0),
    over: new Int32Array(nodes.length),
  };
  endOf(0, tree);
  return tree;
}

/** The node after all that lies under this one; notes on the way where the other branches begin. */
function endOf(at: number, tree: Tree): number {
  if (tree.asks[at] === -1) return at + 1;
  const other = endOf(at + 1, tree);
  tree.over[at] = other;
  return endOf(other, tree);
}

function leafOf({ asks, thresholds, over }: Tree, values: readonly number[]): number {
  let at = 0;
  for (let asked = asks[at] ?? -1; asked !== -1; asked = asks[at] ?? -1) {
    at = (values[asked] ?? 0) <= (thresholds[at] ?? 0) ? at + 1 : (over[at] ?? at);
  }
  return thresholds[at] ?? 0;
}
