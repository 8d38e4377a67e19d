// Plays the events of standard input in env_logger's layout; panics are real, each in a thread of its own.
use std::collections::HashMap;
use std::io::{self, BufRead, Write};

fn total(prices: &HashMap<String, i32>, name: &str) -> i32 {
    prices.get(name).copied().expect("no price")
}

fn pick(items: &[i32], at: usize) -> i32 {
    items[at]
}

fn parse(value: &str) -> i32 {
    format!("x{}", value).parse::<i32>().unwrap()
}

fn main() {
    for line in io::stdin().lock().lines() {
        let line = line.unwrap();
        let event: Vec<&str> = line.splitn(3, '\t').collect();
        eprintln!("@@ {}", event[0]);
        if event[1] != "throw" {
            eprintln!("[2026-11-21T10:00:00Z {:<5} shop::orders] {}", event[1], event[2]);
            continue;
        }
        let what: Vec<String> = event[2].splitn(2, ':').map(String::from).collect();
        let _ = std::thread::Builder::new().name("worker".into()).spawn(move || match what[0].as_str() {
            "key" => total(&HashMap::new(), &what[1]),
            "index" => pick(&[1, 2], what[1].len()),
            "parse" => parse(&what[1]),
            _ => panic!("checkout of {} failed", what[1]),
        }).unwrap().join();
        io::stderr().flush().unwrap();
    }
}
