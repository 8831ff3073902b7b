/** A remark on a line of its own. */
interface Remark {
  indent: number;
  end: number;
}

/**
 * Finds where lists and mappings end. The YAML library counts among them the remark behind their last value and some of
 * the remarks on the lines below it. Messages have always shown these places, so they are found here by the same rules.
 */
export class CollectionEnd {
  #end = 0;
  /** The remarks below the value read last. */
  #remarks: Remark[] = [];
  /** Remarks that are indented by more belong to that value. */
  #limit = 0;

  /** Takes note of a value on the line that ends at `end`, in a list or mapping that is indented by `indent`. */
  value(end: number, indent: number): void {
    this.#end = end;
    this.#remarks = [];
    this.#limit = indent;
  }

  /** Takes note of a text below a `|` that ends at `end`: a remark below it never belongs to it. */
  block(end: number): void {
    this.value(end, Number.POSITIVE_INFINITY);
  }

  /** Takes note that nothing was found behind the colon or below it: all remarks stand where the value would. */
  blank(): void {
    this.#limit = -1;
  }

  remark(indent: number, end: number): void {
    this.#remarks.push({ indent, end });
  }

  /** Ends a list or mapping, once the line after it is known. @returns where it ends */
  close(indent: number): number {
    const limit = this.#limit;
    const others = this.#remarks.findIndex((remark) => remark.indent <= limit);
    this.#take(others < 0 ? this.#remarks.length : others);
    const end = this.#end;
    // what holds it counts the other remarks as well, if one of them is indented as far
    if (indent > 0 && this.#remarks.some((remark) => remark.indent >= indent)) this.#take(this.#remarks.length);
    this.#limit = Number.POSITIVE_INFINITY;
    return end;
  }

  #take(count: number): void {
    this.#end = this.#remarks[count - 1]?.end ?? this.#end;
    this.#remarks = this.#remarks.slice(count);
  }
}
