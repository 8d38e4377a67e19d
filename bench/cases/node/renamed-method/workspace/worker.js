import { Queue } from './queue.js';

export function drain(names) {
  const queue = new Queue();
  for (const name of names) {
    queue.enqueu(name);
  }
  const done = [];
  while (queue.length > 0) {
    done.push(queue.takeNext());
  }
  return done;
}
