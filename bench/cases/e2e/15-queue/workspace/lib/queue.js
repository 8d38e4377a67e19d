/** Jobs in the order they came. */
export class Queue {
  #jobs = [];

  add(job) {
    this.#jobs.push(job);
    return this.#jobs.length;
  }

  /** Takes the oldest job out; undefined where there is none. */
  takeNext() {
    return this.#jobs.shift();
  }

  get size() {
    return this.#jobs.length;
  }
}
