# The lines of Sidekiq's pretty format and of Puma, with errors that Ruby really raises.
require 'json'
require 'time'

$stdout.sync = true
@tick = Time.utc(2026, 11, 21, 9, 0, 0)
def now
  @tick += 0.417
  @tick.iso8601(3)
end

def out(job, level, text)
  puts "#{now} pid=17 tid=#{job.to_s(36).rjust(3, 'g')} #{text.start_with?('class') ? '' : ''}#{level}: #{text}"
end

class Invoice
  def self.load(id)
    { id: id }.fetch(:total)
  end
end

def tax(order)
  order.lines.sum
end

def fail_with(job, kind)
  out(job, 'INFO', 'start')
  begin
    kind == :key ? Invoice.load(job) : tax(nil)
  rescue StandardError => e
    out(job, 'INFO', 'fail: 0.011 sec')
    out(job, 'WARN', JSON.generate(context: 'Job raised exception', job: { class: 'BillJob', args: [job], retry: true }))
    out(job, 'WARN', "#{e.class}: #{e.message.lines.first.strip}")
    out(job, 'WARN', e.backtrace.first(8).map { |l| l.sub(%r{^.*/}, '/app/jobs/') }.join("\n"))
  end
end

40.times do |i|
  out(i, 'INFO', 'start')
  out(i, 'INFO', 'done: 0.004 sec')
  out(i, 'INFO', 'heartbeat: busy=0 failed=0 retries=0') if i % 3 == 0
  fail_with(i, :key) if i % 5 == 1
  fail_with(i, :nil) if i % 6 == 2
  puts "#{Time.utc(2026, 11, 21, 9, 1, i % 60).strftime('%Y-%m-%d %H:%M:%S +0000')} Rack app (\"GET /bill/#{i}\" - (10.0.0.9)): #<Errno::ENOSPC: No space left on device @ rb_sysopen - /tmp/bill>" if i % 9 == 4
  out(i, 'WARN', 'queue latency is 11 s; nothing failed') if i % 7 == 3
end
