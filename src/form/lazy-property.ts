/** Gives an object a property that is made when it is first asked for. */
export function defineLazy(object: object, key: string, make: () => unknown): void {
  Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get() {
      const value = make();
      Object.defineProperty(object, key, { value, enumerable: true });
      return value;
    },
  });
}
