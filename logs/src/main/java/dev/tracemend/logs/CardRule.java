package dev.tracemend.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Payment card numbers: 14 to 19 digits as an issuer gives them, in one piece or in groups, with a right check digit. One
 * of ten numbers has that by chance, so what is said to be another number (of an order, a trace, an offset) is left alone.
 */
record CardRule() implements RedactionRule {
    private static final int SHORTEST = 14;
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9_.+#-])(?:"
            + "4\\d{15}|5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d{2}|7[01]\\d|720)\\d{12}|3[47]\\d{13}"
            + "|3(?:0[0-5]|[68]\\d)\\d{11}|35(?:2[89]|[3-8]\\d)\\d{12}|6(?:011|5\\d{2}|4[4-9]\\d)\\d{12}|62\\d{14,17}|81\\d{14}"
            + "|(?:4\\d{3}|5[1-5]\\d{2}|2[2-7]\\d{2}|6\\d{3}|35\\d{2})([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?"
            + "|3[47]\\d{2}([ -])\\d{6}\\2\\d{5}|3[068]\\d{2}([ -])\\d{6}\\3\\d{4})"
            + "(?![A-Za-z0-9_/-]|\\.\\d| ?\\d)");

    /** The word before a number that is no card. */
    private static final Pattern OTHER_NUMBER = Pattern.compile(
            "(?i)(?:(?:order|tracking|invoice|serial|customer|reference|ticket|parcel)[_ -]?(?:number|nr|no|num)|id|ids|order|orders|trace|span|txn|transaction|offset|offsets|of|seq|sequence|size|bytes|tracking|imei|serial"
                    + "|ts|time|timestamp|nanos|micros|count|total|version|build|ref|reference|uid|pid|tid|invoice|ticket|job"
                    + "|batch|message|msg|event|parcel|shipment|isbn|ean|hash|checksum|crc|seed|epoch|lsn|xid|zxid|scn|len|length"
                    + "|memory|heap|used|free|max|min|rows|key|partition|snowflake|user|customer|device|session|request)"
                    + "(?:[\"'\\\\]{0,3}\\s{0,2}[:=#]?\\s{0,2}[\"'(\\[#]{0,2}|/)$");

    @Override
    public String id() {
        return "card";
    }

    @Override
    public String kind() {
        return "card";
    }

    @Override
    public RedactionNeeds needs() {
        return RedactionNeeds.digits(SHORTEST);
    }

    @Override
    public Redaction mask(String text) {
        Matcher matcher = NUMBER.matcher(text);
        Masking masking = new Masking(text, kind());
        while (matcher.find()) {
            int start = matcher.start();
            if (CheckDigits.isLuhn(matcher.group()) && !isOther(text, start) && !RedactionRule.inFrame(text, start)) {
                masking.hide(start, matcher.end());
            }
        }
        return masking.done();
    }

    private static boolean isOther(String text, int start) {
        int from = Math.max(0, start - 40);
        String before = text.substring(from, start);
        boolean path = before.endsWith("/") && !before.matches("(?i).*(?:card|pan)s?/");
        return path || OTHER_NUMBER.matcher(before).find();
    }
}
