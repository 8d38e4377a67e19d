package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every kind of secret that is masked without being asked for. What has a shape of its own comes before what only the
 * words around it give away, so that the mask says as much as can be known.
 */
final class SecretRules {
    /** What may stand before a value besides blanks. */
    private static final String OPENER = "[\\[(\"'\\\\]{0,4}";

    private static final List<RedactionRule> HEADERS = List.of(
            PatternRule.of(
                            "authorization",
                            "authorization",
                            "(?i)authorization[\"'\\\\]{0,3}\\s{0,3}(?:=>|->|[:=])\\s{0,3}" + OPENER
                                    + "(?:(?:[a-z-]{2,20}|aws4-hmac-sha256)[ =]{1,2}[\"']?)?+(?<secret>[^\\s\"',;\\[\\](){}\\\\<>&*$]{6,}+)(?!\\[redacted)",
                            "authorization")
                    .when(SecretRules::isCredential),
            new PatternRule(
                    "bearer",
                    "bearer",
                    RedactionNeeds.anyOf("bearer"),
                    Pattern.compile("(?i)\\bbearer\\s{1,3}[\"']?(?<secret>[A-Za-z0-9._~+/=-]{8,}+)"),
                    secret -> SecretShape.hasDigit(secret) && !secret.matches("[A-Za-z_]{1,40}=[^=].*")),
            PatternRule.of("basic", "bearer", "(?i)\\bbasic\\s{1,3}(?<secret>[A-Za-z0-9+/]{6,}+={0,2}+)", "basic")
                    .when(SecretShape::isBasic),
            PatternRule.of("digest", "authorization", "\\bresponse=\"(?<secret>[0-9a-f]{32,128})\"", "response=\""),
            PatternRule.of(
                    "cookie",
                    "cookie",
                    "(?i)\\bcookie[\"'\\\\]{0,3}\\s{0,3}(?:=>|->|[:=])\\s{0,3}" + OPENER
                            + "(?<secret>[\\w.$%-]{1,80}+=[^\\s;,\"'\\]\\[}{\\\\<>]++(?:;\\s?[\\w.$%-]{1,80}+(?:=[^\\s;,\"'\\]\\[}{\\\\]*+)?)*+)",
                    "cookie"),
            PatternRule.of("cookies", "cookie", "(?i)\\bcookie=(?<secret>[A-Za-z0-9%+/_-]{16,}+)(?!=)", "cookie=")
                    .when(SecretShape::hasDigit));

    private static final RedactionRule JWT = PatternRule.of(
            "jwt",
            "jwt",
            TokenShapes.START
                    + "(?<secret>eyJ[A-Za-z0-9_-]{8,}+\\.(?:[A-Za-z0-9_-]{5,}+|(?=\\.))(?:\\.[A-Za-z0-9_-]*+){0,3})",
            "eyj");

    private static final List<RedactionRule> KEYS = List.of(
            new KeyValueRule(
                    "password-key",
                    "password",
                    keys(
                            SecretKey.of(
                                    SecretKey.Trust.FULL,
                                    "password passwd passphrase pass_phrase pwd passwort kennwort"),
                            SecretKey.whole(SecretKey.Trust.FULL, "pass psk"),
                            SecretKey.of(SecretKey.Trust.CODE, "passcode"))),
            new KeyValueRule(
                    "secret-key",
                    "secret",
                    keys(
                            SecretKey.of(SecretKey.Trust.HIGH, "secret private_key secret_key_base bind_credential"),
                            SecretKey.of(SecretKey.Trust.LOW, "credential credentials"))),
            new KeyValueRule(
                    "key-key",
                    "key",
                    keys(
                            SecretKey.of(
                                    SecretKey.Trust.HIGH,
                                    "api_key access_key secret_key encryption_key encrypt_key signing_key master_key account_key"
                                            + " subscription_key app_key application_key license_key auth_key hmac_key aes_key"
                                            + " webhook_key storage_key session_key consumer_key security_key jwt_key fernet_key"
                                            + " client_key server_key shared_key preshared_key cipher_key crypto_key data_key"
                                            + " recovery_key admin_key root_key write_key ingest_key instrumentation_key sas_key"),
                            SecretKey.of(SecretKey.Trust.LOW, "access_key_id signature"),
                            SecretKey.whole(SecretKey.Trust.LOW, "sig"))),
            new KeyValueRule(
                    "token-key",
                    "token",
                    keys(
                            SecretKey.of(SecretKey.Trust.HIGH, "token"),
                            SecretKey.of(SecretKey.Trust.LOW, "session_id jsessionid sessid csrf xsrf"),
                            SecretKey.whole(SecretKey.Trust.LOW, "sid session auth"),
                            SecretKey.whole(SecretKey.Trust.CODE, "otp cvv cvc cvv2 totp"))));

    private static final List<RedactionRule> WORDS = List.of(
            PatternRule.of(
                            "named-value",
                            "secret",
                            "(?i)(?:name|key)[\"'\\\\]{0,2}\\s{0,3}[:=]\\s{0,3}[\"'\\\\]{0,2}[\\w.-]{0,60}"
                                    + "(?:password|passwd|pwd|secret|token|api_?key|access_?key)[\"'\\\\]{0,2}[\\s,;]{1,12}[\"'\\\\]{0,2}value[\"'\\\\]{0,2}\\s{0,3}[:=]\\s{0,3}[\"'\\\\]{0,2}"
                                    + "(?<secret>[^\\s\"'<>{}$\\[][^\\s\"'<>{}\\\\]{2,512}+)",
                            "password",
                            "passwd",
                            "pwd",
                            "secret",
                            "token",
                            "api_key",
                            "apikey",
                            "access_key",
                            "accesskey")
                    .when(secret -> !SecretWords.isPlaceholder(secret)),
            PatternRule.of(
                            "password-said",
                            "password",
                            "(?i)pass(?:word|wd|phrase)\\s{1,3}(?:(?:from|to|of|is|was)\\s)?[\"'`](?<secret>[^\"'`<>\\n]{4,64}+)[\"'`]",
                            "password",
                            "passwd",
                            "passphrase")
                    .when(secret -> SecretShape.hasDigit(secret) && !SecretWords.isProse(secret)),
            PatternRule.of(
                    "password-changed",
                    "password",
                    "\\[redacted:password][\"'`]\\s(?:to|by|with)\\s[\"'`](?<secret>[^\"'`<>\\n]{4,64}+)[\"'`]",
                    "password",
                    "passwd",
                    "passphrase"),
            PatternRule.of(
                            "named-pair",
                            "secret",
                            "(?i)[\"'][\\w.-]{0,60}(?:password|passwd|secret|token|api_?key)[\"'],\\s{0,3}[\"'](?<secret>[^\"'\\n]{4,256}+)[\"']",
                            "password\"",
                            "password'",
                            "passwd\"",
                            "passwd'",
                            "secret\"",
                            "secret'",
                            "token\"",
                            "token'",
                            "api_key\"",
                            "api_key'",
                            "apikey\"",
                            "apikey'")
                    .when(SecretShape::hasDigit),
            PatternRule.of(
                    "signature",
                    "key",
                    "(?i)signature(?:-\\d{3})?[\"']?[\\s:=]{1,3}[\"']?sha\\d{1,3}=(?<secret>[0-9a-f]{40,128}+)",
                    "signature"),
            PatternRule.of(
                            "password-is",
                            "password",
                            "(?i)pass(?:word|wd|phrase)\\s(?:is|was)\\s{1,3}(?<secret>[^\\s\"'`<>,;(\\[]{6,128}+)",
                            "password",
                            "passwd",
                            "passphrase")
                    .when(secret -> SecretShape.isMixed(secret, 6)
                            && !secret.matches("(?i)(?:md5|sha|bcrypt|base64|utf|argon).*")),
            PatternRule.of(
                            "password-for",
                            "password",
                            "(?i)pass(?:word|wd|phrase|code)\\s(?:for|of)\\s[^\\s:]{1,64}+:\\s{1,3}(?<secret>[^\\s\"'`<>]{4,128}+)",
                            "password",
                            "passwd",
                            "passphrase",
                            "passcode")
                    .when(secret -> SecretShape.isMixed(secret, 4)),
            PatternRule.of(
                            "secret-said",
                            "token",
                            "(?i)(?:token|secret|password|passphrase|api[_ -]?key|access[_ -]key|secret[_ -]key|credential)\\s(?:(?:is|was|of|used|value)\\s)?"
                                    + "[\"'`]?(?<secret>[A-Za-z0-9+=_-][A-Za-z0-9+/=_.~-]{15,512}+)",
                            "token",
                            "secret",
                            "password",
                            "passphrase",
                            "api key",
                            "api-key",
                            "api_key",
                            "apikey",
                            "access key",
                            "access-key",
                            "access_key",
                            "credential")
                    .when(SecretShape::isRandom),
            PatternRule.of(
                    "aws-pair",
                    "aws-key",
                    "\\[redacted:aws-key][\\s:,;|/\"']{1,4}(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])",
                    "akia",
                    "asia",
                    "[redacted:aws-key]"),
            new PatternRule(
                    "key-line",
                    "private-key",
                    RedactionNeeds.base64(64),
                    Pattern.compile("(?m)(?:^|(?<=[ \\t]))(?<secret>[A-Za-z0-9+/]{64}|(?<=^|\\n)[A-Za-z0-9+/]{70})$"),
                    SecretRules::isKeyLine));

    static final List<RedactionRule> RULES = all(
            List.of(new KeyBlockRule()),
            TokenShapes.RULES,
            List.of(JWT),
            HEADERS,
            PlacedSecrets.ADDRESSES,
            PlacedSecrets.COMMANDS,
            KEYS,
            WORDS,
            List.of(new CardRule()));

    static final RedactionRule EMAIL = PatternRule.of(
            "email",
            "email",
            "(?<![A-Za-z0-9._%+-])(?<secret>[A-Za-z0-9._%+-]{1,64}+@(?:[A-Za-z0-9-]{1,63}+\\.){1,8}+[A-Za-z]{2,24}+)",
            "@");

    static final RedactionRule IBAN = new PatternRule(
            "iban",
            "iban",
            RedactionNeeds.digits(8),
            Pattern.compile("\\b(?<secret>[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\\b"),
            CheckDigits::isIban);

    private SecretRules() {}

    @SafeVarargs
    private static List<RedactionRule> all(List<RedactionRule>... groups) {
        return Stream.of(groups).flatMap(List::stream).toList();
    }

    @SafeVarargs
    private static List<SecretKey> keys(List<SecretKey>... groups) {
        List<SecretKey> keys = new ArrayList<>();
        for (List<SecretKey> group : groups) {
            keys.addAll(group);
        }
        return List.copyOf(keys);
    }

    private static boolean isCredential(String found) {
        return (SecretShape.isMixed(found, 6) || SecretShape.isBasic(found) || found.length() >= 20)
                && !SecretWords.isPlaceholder(found)
                && !found.matches("[a-z]{1,20}(?:[-_.][a-z]{1,20})*+");
    }

    /** Not of one alphabet as hashes are, nor with the slashes of a path. */
    private static boolean isKeyLine(String line) {
        return line.chars().filter(c -> c >= '0' && c <= '9').count() >= 4
                && line.chars().anyMatch(Character::isUpperCase)
                && line.chars().anyMatch(Character::isLowerCase)
                && line.chars().filter(c -> c == '/').count() < 7
                && SecretShape.entropy(line) > 4;
    }
}
