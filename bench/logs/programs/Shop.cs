// Plays the events of standard input in the layout of Microsoft's console logger ("console") or Serilog's ("serilog").
using System;
using System.Collections.Generic;

namespace Acme.Shop {
    public class OutOfStock : Exception {
        public OutOfStock(string sku, Exception inner) : base("no stock for " + sku, inner) { }
    }

    public static class Orders {
        static int Total(Dictionary<string, int> prices, string name) { return prices[name]; }
        static int Parse(string value) { return int.Parse("x" + value); }
        static int Pick(int[] items, int at) { return items[at]; }
        static void Checkout(string value) {
            try { Pick(new int[1], value.Length + 3); } catch (IndexOutOfRangeException e) { throw new OutOfStock(value, e); }
        }

        static void Write(string layout, string level, string text, Exception e) {
            if (layout == "console") {
                var word = level == "ERROR" ? "fail" : level == "WARN" ? "warn" : level == "DEBUG" ? "dbug" : "info";
                Console.WriteLine(word + ": Acme.Shop.Orders[0]");
                Console.WriteLine("      " + text);
                if (e != null) Console.WriteLine("      " + e.ToString().Replace("\n", "\n      "));
            } else {
                var word = level == "ERROR" ? "ERR" : level == "WARN" ? "WRN" : level == "DEBUG" ? "DBG" : "INF";
                Console.WriteLine("[" + DateTime.Now.ToString("HH:mm:ss") + " " + word + "] " + text);
                if (e != null) Console.WriteLine(e);
            }
        }

        public static void Main(string[] args) {
            string line;
            while ((line = Console.ReadLine()) != null) {
                var e = line.Split(new[] { '\t' }, 3);
                Console.WriteLine("@@ " + e[0]);
                if (e[1] != "throw") { Write(args[0], e[1], e[2], null); continue; }
                var what = e[2].Split(new[] { ':' }, 2);
                try {
                    switch (what[0]) {
                        case "key": Total(new Dictionary<string, int>(), what[1]); break;
                        case "parse": Parse(what[1]); break;
                        case "index": Pick(new int[1], what[1].Length); break;
                        default: Checkout(what[1]); break;
                    }
                } catch (Exception x) { Write(args[0], "ERROR", "order " + what[1] + " failed", x); }
            }
        }
    }
}
