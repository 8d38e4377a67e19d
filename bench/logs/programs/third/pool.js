// Worker threads, rejections, causes and aggregates: console output as Node prints it, without any time.
const { Worker, isMainThread, parentPort, workerData } = require('worker_threads');
console.error = console.log;
if (!isMainThread) {
  const render = (template) => template.blocks.map((b) => b.html).join('');
  parentPort.postMessage(render(workerData));
} else {
  process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
  const run = (n) => new Promise((done) => {
    const worker = new Worker(__filename, { workerData: { id: n } });
    worker.on('error', (e) => { console.error(`worker ${n} died`, e); done(); });
    worker.on('exit', done);
  });
  const turn = () => new Promise((done) => setImmediate(done));
  class QuotaError extends Error { constructor(m, o) { super(m, o); this.name = 'QuotaError'; this.code = 'E_QUOTA'; } }
  (async () => {
    for (let i = 0; i < 45; i++) {
      console.log(`[render] page ${i} ok (errors: 0, ${i * 7 % 30} ms)`);
      if (i % 2) console.log('[render] errorBoundary mounted, errorHandler=default');
      if (i % 5 === 1) await run(i);
      if (i % 6 === 2) { Promise.reject(new TypeError(`cannot render widget ${i}`)); await turn(); }
      if (i % 7 === 3) {
        try { throw new QuotaError(`tenant ${i} is over quota`, { cause: new RangeError('limit is 100') }); }
        catch (e) { console.error(e); }
      }
      if (i % 9 === 4) {
        await Promise.any([Promise.reject(new Error('cdn-a refused')), Promise.reject(new Error('cdn-b refused'))])
          .catch((e) => console.error('no cdn took the page', e));
      }
      if (i % 8 === 5) console.warn('[render] retry 1/3 for asset, then ok');
    }
  })();
}
