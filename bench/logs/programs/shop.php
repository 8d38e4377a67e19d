<?php
// Plays the events of standard input as monolog's line formatter writes them; a crash is PHP's own.
function total(array $prices, string $name): int { return intdiv($prices[$name] ?? 1, 0); }
function parse(string $value): int { return (function (int $n) { return $n; })("x" . $value); }
function pick(string $value): void { throw new OutOfBoundsException("no item " . strlen($value)); }
function checkout(string $value): void {
    try { pick($value); } catch (OutOfBoundsException $e) { throw new RuntimeException("checkout of $value", 0, $e); }
}
function write(string $level, string $text): void {
    echo "[" . date("Y-m-d\TH:i:s.uP") . "] orders.$level: $text [] []\n";
}
if (($argv[1] ?? "") === "crash") {
    echo "@@ throw-chain\n";
    checkout("crash");
}
while (($line = fgets(STDIN)) !== false) {
    [$label, $level, $text] = explode("\t", rtrim($line, "\n"), 3);
    echo "@@ $label\n";
    if ($level !== "throw") { write($level === "WARN" ? "WARNING" : $level, $text); continue; }
    [$what, $value] = explode(":", $text, 2);
    try {
        match ($what) { "key" => total([], $value), "parse" => parse($value), "index" => pick($value), default => checkout($value) };
    } catch (Throwable $e) {
        write("ERROR", "order $value failed: " . $e);
    }
}
