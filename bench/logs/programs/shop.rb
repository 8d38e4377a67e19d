# Plays the events of standard input through Ruby's Logger.
require "logger"
$stdout.sync = true
LOG = Logger.new($stdout, progname: "orders")

class OutOfStock < StandardError; end

def total(prices, name) = prices.fetch(name)
def parse(value) = Integer("x" + value)
def pick(items, value) = items[value.size].upcase
def checkout(value)
  pick([], value)
rescue NoMethodError
  raise OutOfStock, "no stock for #{value}"
end

if ARGV[0] == "crash"
  puts "@@ throw-chain"
  checkout("crash")
end
$stdin.each_line(chomp: true) do |line|
  label, level, text = line.split("\t", 3)
  puts "@@ #{label}"
  unless level == "throw"
    LOG.add({"DEBUG" => 0, "INFO" => 1, "WARN" => 2, "ERROR" => 3}[level], text)
    next
  end
  what, value = text.split(":", 2)
  begin
    case what
    when "key" then total({}, value)
    when "parse" then parse(value)
    when "index" then pick([], value)
    else checkout(value)
    end
  rescue => e
    LOG.error(e)
  end
end
