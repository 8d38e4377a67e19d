// Recovered and fatal panics beside the standard logger with file names.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"runtime/debug"
)

type cart struct{ items map[string]int }

func (c *cart) add(sku string) { c.items[sku]++ }

func guarded(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("http: panic serving 10.0.0.7:%d: %v\n%s", 40000+len(what), r, debug.Stack())
		}
	}()
	f()
}

func load(n int) error {
	return fmt.Errorf("load basket %d: %w", n, errors.New("unexpected EOF"))
}

func main() {
	log.SetFlags(log.LstdFlags | log.Lmicroseconds | log.Lshortfile)
	log.SetOutput(os.Stdout)
	for i := 0; i < 50; i++ {
		log.Printf("request %d served, err=<nil>, errors=0", i)
		if i%4 == 1 {
			guarded("add", func() { (&cart{}).add("tea") })
		}
		if i%5 == 2 {
			guarded("index", func() { s := make([]int, 3); fmt.Println(s[i+3]) })
		}
		if i%6 == 3 {
			if err := load(i); err != nil {
				log.Printf("ERROR: could not load: %v", err)
			}
		}
		if i%7 == 4 {
			log.Printf("warning: cache is cold; no failures")
		}
		if i%9 == 5 {
			log.Printf("[WARN] retry 1 failed: timeout; retry 2 ok")
		}
	}
	os.Stderr = os.Stdout
	var none *cart
	none.add("milk")
}
