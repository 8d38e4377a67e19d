// Panics of named and unnamed threads, a poisoned lock, and an error printed by main's Result.
use std::sync::{Arc, Mutex};
use std::thread;

fn price(prices: &[u32], at: usize) -> u32 {
    prices[at]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for i in 0..30usize {
        eprintln!("[feed] batch {} done: ok={} failed=0 panics=0", i, i * 3);
        if i % 4 == 1 {
            let _ = thread::Builder::new().name(format!("pricer-{}", i % 3)).spawn(move || price(&[1, 2], i + 2))?.join();
        }
        if i % 5 == 2 {
            let _ = thread::spawn(|| "12x".parse::<u32>().unwrap()).join();
        }
        if i % 7 == 3 {
            let shared = Arc::new(Mutex::new(0));
            let other = Arc::clone(&shared);
            let _ = thread::spawn(move || {
                let _held = other.lock().unwrap();
                panic!("ledger does not balance")
            })
            .join();
        }
        if i % 6 == 4 {
            eprintln!("[feed] warn: error budget is at 100 %, nothing was lost");
        }
    }
    let text = std::fs::read_to_string("/nonexistent/feed.toml")?;
    eprintln!("{}", text);
    Ok(())
}
