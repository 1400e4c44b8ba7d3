import { Component, h, type ComponentType, type FunctionComponent } from "preact";

/** A component that is drawn anew only when one of its props is another one. (Preact's own is part of a larger package.) */
export function memoizeComponent<P extends object>(render: FunctionComponent<P>): ComponentType<P> {
  return class Kept extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      return hasDifferentProps(next, this.props as P) || hasDifferentProps(this.props as P, next);
    }
    override render() {
      return h(render, this.props as P);
    }
  };
}

/** Asked for every paragraph at every letter that is typed: nothing is made anew for it. */
function hasDifferentProps<P extends object>(some: P, others: P): boolean {
  for (const name in some) if (some[name] !== others[name]) return true;
  return false;
}
