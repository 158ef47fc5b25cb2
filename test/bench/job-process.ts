/** The other side of `inChild`: does one job and ends. */
const module = process.argv[2];
if (module === undefined) throw new Error('no job');
process.once('message', (input) => {
  void work(module, input);
});

async function work(url: string, input: unknown): Promise<void> {
  const { job } = (await import(url)) as { readonly job: (input: unknown) => Promise<unknown> };
  const result = await job(input);
  process.send?.(result, () => process.disconnect());
}
