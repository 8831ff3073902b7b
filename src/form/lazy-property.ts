/** Adds a property to an object. Its value is made by `make` when the property is read for the first time, and then kept. */
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
