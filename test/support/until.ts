/** Waits until something holds; fails after a while. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1200) throw new Error("it never happened");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
