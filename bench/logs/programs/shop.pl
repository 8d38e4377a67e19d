# Plays the events of standard input in columns, 2026-11-21 10:00:00|LEVEL|logger|text; die's message goes with its place.
use strict; use POSIX "strftime"; $| = 1;
sub total { my ($p, $n) = @_; die "no price for $n\n" unless $p->{$n}; }
while (<STDIN>) {
  chomp; my ($label, $level, $text) = split /\t/, $_, 3;
  print "@@ $label\n";
  my $now = strftime("%Y-%m-%d %H:%M:%S", gmtime);
  if ($level eq "throw") { my ($what, $value) = split /:/, $text, 2; eval { total({}, $value) }; chomp(my $e = $@);
    print "$now|ERROR|Acme.Orders|$what: $e at shop.pl line 4.\n"; next; }
  print "$now|$level|Acme.Orders|$text\n";
}
