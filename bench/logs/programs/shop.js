// Plays the events of standard input in the layouts of pino ("pino"), winston's simple format ("winston") or console ("console").
const readline = require("readline");
const layout = process.argv[2];
const NUMBERS = { DEBUG: 20, INFO: 30, WARN: 40, ERROR: 50 };

function write(level, text, error) {
  if (layout === "pino") {
    const row = { level: NUMBERS[level], time: Date.now(), pid: process.pid, hostname: "shop", msg: text };
    if (error) row.err = { type: error.name, message: error.message, stack: error.stack };
    console.log(JSON.stringify(row));
  } else if (layout === "winston") {
    console.log(`${new Date().toISOString()} ${level.toLowerCase()}: ${text}${error ? "\n" + error.stack : ""}`);
  } else {
    console.log(`[${new Date().toISOString()}] ${level} ${text}`, ...(error ? [error] : []));
  }
}

class OutOfStock extends Error {
  constructor(sku) { super(`no stock for ${sku}`); this.name = "OutOfStock"; this.sku = sku; }
}

function total(cart) { return cart.items.length; }
function parse(text) { return JSON.parse("{" + text); }
function reserve(sku) { throw new OutOfStock(sku); }
async function checkout(sku) {
  try { await Promise.resolve(); reserve(sku); } catch (cause) { throw new Error(`checkout of ${sku}`, { cause }); }
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [label, level, text] = line.split("\t");
    console.log("@@ " + label);
    if (level !== "throw") { write(level, text); continue; }
    const [what, value] = text.split(":");
    try {
      if (what === "key") total({}); else if (what === "parse") parse(value); else if (what === "index") reserve(value);
      else await checkout(value);
    } catch (error) { write("ERROR", `order ${value} failed`, error); }
  }
  console.log("@@ throw-key");
  process.stdout.write("", () => total({}));
}
main().catch(error => { console.log(error.stack); });
