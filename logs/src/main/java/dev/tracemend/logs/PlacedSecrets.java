package dev.tracemend.logs;

import java.util.List;

/** Secrets that their place in an address or a command gives away. */
final class PlacedSecrets {
    static final List<RedactionRule> ADDRESSES = List.of(
            PatternRule.of(
                            "url-password",
                            "password",
                            "://[^\\s/:@\"'<>\\[{$]{0,80}+:(?<secret>[^\\s/?#\"'<>@]{1,1024}+(?:@[^\\s/?#\"'<>@]{0,256}+(?=@))?+)@(?!sha256:)",
                            "://")
                    .beside('@')
                    .when(secret -> !SecretWords.isPlaceholder(secret)),
            PatternRule.of(
                            "url-password-slash",
                            "password",
                            "://[^\\s/:@\"'<>\\[{$]{0,80}+:(?<secret>[^\\s?#\"'<>@:/]{1,64}+/[^\\s?#\"'<>@:/]{0,64}+)@[\\w.-]{1,80}",
                            "://")
                    .beside('@')
                    .when(secret -> !secret.matches("\\d{1,5}/.*")),
            PatternRule.of("url-token", "token", "://(?<secret>[A-Za-z0-9_-]{20,}+)(?=@[\\w.-])", "://")
                    .beside('@')
                    .when(SecretShape::isRandom),
            PatternRule.of(
                    "oracle",
                    "password",
                    "(?i)jdbc:oracle:[a-z0-9]{1,8}:[^\\s/:@]{1,64}/\"?(?<secret>[^\\s@\"]{1,128})\"?@",
                    "jdbc:oracle:"),
            PatternRule.of("url-code", "token", "[?&]code=(?<secret>[A-Za-z0-9._~%/+=-]{20,}+)", "?code=", "&code=")
                    .when(SecretShape::isRandom));

    static final List<RedactionRule> COMMANDS = List.of(
            PatternRule.of(
                    "sql",
                    "password",
                    "(?i)(?:identified\\s{1,3}by|password)\\s{0,3}(?:=\\s{0,3}N?|\\s)'(?<secret>[^'\\n]{1,256})'",
                    "identified",
                    "password"),
            PatternRule.of(
                    "mysql",
                    "password",
                    "\\bmysql[a-z]{0,8}\\b[^\\n|;]{0,120}?\\s-p(?<secret>[^\\s-][^\\s]{0,256}+)",
                    "mysql"),
            PatternRule.of(
                    "curl",
                    "password",
                    "\\bcurl\\b[^\\n|;]{0,120}?\\s(?:-u|--user|-U|--proxy-user)[ =]?[\"']?[^\\s:\"'-][^\\s:\"']{0,64}:(?<secret>[^\\s\"']{1,256}+)",
                    "curl"),
            PatternRule.of(
                    "redis-cli",
                    "password",
                    "\\bredis-cli\\b[^\\n|;]{0,120}?\\s-a\\s{1,3}[\"']?(?<secret>[^\\s\"'$-][^\\s\"']{0,256}+)",
                    "redis-cli"),
            PatternRule.of(
                            "smtp-auth",
                            "authorization",
                            "(?i)\\bauth\\s(?:plain|login)\\s(?<secret>[A-Za-z0-9+/]{8,}+={0,2}+)",
                            "auth plain",
                            "auth login")
                    .when(secret -> SecretShape.hasDigit(secret) || secret.endsWith("=")),
            PatternRule.of(
                    "sshpass", "password", "\\bsshpass\\s{1,3}-p\\s{0,3}[\"']?(?<secret>[^\\s\"']{1,256}+)", "sshpass"),
            PatternRule.of(
                    "password-option",
                    "password",
                    "(?i)(?<![a-z0-9-])--(?=[a-z0-9])[a-z0-9_.-]{0,60}(?:password|passwd|passphrase|pwd|pass)[ \\t]{1,3}[\"']?(?<secret>[^\\s\"'<{$*-][^\\s\"']{0,512}+)",
                    "password",
                    "passwd",
                    "passphrase",
                    "pwd",
                    "pass ",
                    "pass\t"),
            PatternRule.of(
                            "token-option",
                            "token",
                            "(?i)(?<![a-z0-9-])--(?=[a-z0-9])[a-z0-9_.-]{0,60}(?:token|secret|key)[ \\t]{1,3}[\"']?(?<secret>[^\\s\"'<{$*/-][^\\s\"']{7,512}+)",
                            "token",
                            "secret",
                            "key ",
                            "key\t")
                    .when(SecretShape::hasDigit),
            PatternRule.of(
                            "dotted",
                            "password",
                            "(?i)password\\.{4,}+(?<secret>[^\\s<.*][^\\s<]{0,256}+)",
                            "password....")
                    .when(secret -> !SecretWords.isPlaceholder(secret)));

    private PlacedSecrets() {}
}
