package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A configured pattern. It may be one that takes for ever on some text, so it looks at the text through a
 * {@link SteppedText} and what lies behind the last step is masked as a whole: rather too much than a leak, or a stop.
 */
record OwnPatternRule(String id, String kind, RedactionNeeds needs, Pattern pattern) implements RedactionRule {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern MASK = Pattern.compile("\\[redacted:[a-z0-9-]{1,40}]");
    private static final Pattern SECRET_GROUP = Pattern.compile("\\(\\?<secret>");

    static OwnPatternRule of(OwnPattern own) {
        String place = "redaction pattern '" + own.name() + "'";
        if (!NAME.matcher(own.name()).matches()) {
            throw new IllegalArgumentException(
                    place + ": a name has lower-case letters, digits and hyphens, at most 40");
        }
        Pattern pattern = compile(own, place);
        if (pattern.matcher("").find()) {
            throw new IllegalArgumentException(place
                    + " matches the empty text, so it would mask every place; let it match at least one character");
        }
        List<String> literals =
                own.needs().stream().map(need -> need.toLowerCase(Locale.ROOT)).toList();
        RedactionNeeds needs = new RedactionNeeds(literals.isEmpty() ? List.of("") : literals, 0, 0);
        return new OwnPatternRule("own-" + own.name(), own.name(), needs, pattern);
    }

    private static Pattern compile(OwnPattern own, String place) {
        try {
            return Pattern.compile(own.regex());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    place + " is no regular expression: " + e.getDescription() + " at character " + (e.getIndex() + 1)
                            + " of " + own.regex(),
                    e);
        }
    }

    @Override
    public Redaction mask(String text) {
        Masking masking = new Masking(text, kind);
        SteppedText stepped = new SteppedText(text);
        Matcher matcher = pattern.matcher(stepped).useAnchoringBounds(false).useTransparentBounds(true);
        int at = 0;
        for (int[] mask : masks(text)) {
            if (!between(matcher, at, mask[0], masking)) {
                return masking.done();
            }
            at = mask[1];
        }
        between(matcher, at, text.length(), masking);
        return masking.done();
    }

    /** What other rules have masked is left as it is. */
    private static List<int[]> masks(String text) {
        List<int[]> masks = new ArrayList<>();
        Matcher matcher = MASK.matcher(text);
        while (matcher.find()) {
            masks.add(new int[] {matcher.start(), matcher.end()});
        }
        return masks;
    }

    /** Whether the steps sufficed. */
    private boolean between(Matcher matcher, int from, int to, Masking masking) {
        if (from >= to) {
            return true;
        }
        boolean named = SECRET_GROUP.matcher(pattern.pattern()).find();
        try {
            matcher.region(from, to);
            while (matcher.find()) {
                int start = named ? matcher.start("secret") : matcher.start();
                int end = named ? matcher.end("secret") : matcher.end();
                if (start >= masking.from() && end > start) {
                    masking.hide(start, end);
                }
            }
            return true;
        } catch (SteppedText.OutOfStepsException | StackOverflowError e) {
            masking.hide(Math.max(from, masking.from()), matcher.regionEnd());
            return false;
        }
    }
}
