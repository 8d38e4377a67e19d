import readline from 'node:readline';
import { Worker } from './lib/worker.js';

/** Reads commands, a line of JSON each, and prints what came of them. */
const worker = new Worker();

async function run(command) {
  switch (command.do) {
    case 'add':
      return worker.add(command.job);
    case 'preview':
      return worker.preview(command.job);
    case 'step':
      return worker.step();
    default:
      throw new RangeError(`unknown command: ${command.do}`);
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(await run(JSON.parse(line))));
  } catch (error) {
    console.error(`${new Date().toISOString()} ERROR queue - ${line} failed`);
    console.error(error.stack);
    console.log('"failed"');
  }
}
