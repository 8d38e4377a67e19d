// Plays the events of standard input: "logfmt", "std" (package log), "tabs" (as zap's console), "klog".
package main

import (
	"bufio"
	"errors"
	"fmt"
	"log"
	"os"
	"runtime/debug"
	"strings"
	"time"
)

type cart struct{ items []int }

func (c *cart) total(at int) int { return c.items[at] }

func lookup(names map[string]*cart, name string) int { return names[name].total(0) }

func reserve(sku string) error { return fmt.Errorf("reserve %s: %w", sku, errors.New("warehouse is closed")) }

func write(layout, level, text string) {
	now := time.Now().UTC()
	switch layout {
	case "logfmt":
		fmt.Printf("time=%s level=%s msg=%q component=orders\n", now.Format(time.RFC3339Nano), strings.ToLower(level), text)
	case "tabs":
		fmt.Printf("%s\t%s\torders/service.go:%d\t%s\t{\"pid\": 7}\n", now.Format("2006-01-02T15:04:05.000Z"), level, 42, text)
	case "klog":
		fmt.Printf("%c%s %7d service.go:%d] %s\n", level[0], now.Format("0102 15:04:05.000000"), 17, 42, text)
	default:
		log.Printf("[%s] %s", level, text)
	}
}

func try(layout, what, value string) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("panic: %v\n\n%s", r, debug.Stack())
		}
	}()
	switch what {
	case "key":
		lookup(map[string]*cart{}, value)
	case "index":
		(&cart{}).total(len(value))
	case "parse":
		var a any = value
		_ = a.(int)
	default:
		write(layout, "ERROR", reserve(value).Error())
	}
}

func main() {
	log.SetOutput(os.Stdout)
	layout := os.Args[1]
	if len(os.Args) > 2 {
		fmt.Println("@@ throw-key")
		lookup(map[string]*cart{}, "crash")
	}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		event := strings.SplitN(in.Text(), "\t", 3)
		fmt.Println("@@ " + event[0])
		if event[1] == "throw" {
			what := strings.SplitN(event[2], ":", 2)
			try(layout, what[0], what[1])
		} else {
			write(layout, event[1], event[2])
		}
	}
}
