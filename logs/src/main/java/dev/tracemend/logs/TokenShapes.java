package dev.tracemend.logs;

import java.util.List;
import java.util.regex.Pattern;

/** Tokens and keys of well-known services, each told by its own prefix or form. */
final class TokenShapes {
    /** A token starts behind no letter, digit or hyphen, but behind an escaped line end or an encoded character. */
    static final String START = "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt])|(?<=%[0-9A-Fa-f]{2}))";

    private static final String API_KEY = "api-key";

    /** One a service; what is masked is the whole token. */
    static final List<RedactionRule> RULES = List.of(
            // Clouds.
            shape(
                    "aws-key",
                    "aws-key",
                    "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[0-9A-Z]{16}(?![0-9A-Za-z])",
                    "akia",
                    "asia",
                    "aroa",
                    "aida",
                    "abia",
                    "acca"),
            shape(
                    "aws-session",
                    "aws-key",
                    "(?:FwoGZXIvYXdz|IQoJb3JpZ2luX2Vj)[A-Za-z0-9+/=%]{60,}+",
                    "fwogzxivyxdz",
                    "iqojb3jpz2lux2vj"),
            shape("aws-bedrock", "aws-key", "ABSK[A-Za-z0-9+/]{100,}+={0,2}+", "absk"),
            shape("gcp-api", "gcp-key", "AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])", "aiza"),
            shape("gcp-oauth", "gcp-key", "ya29\\.[0-9A-Za-z_.-]{20,}+", "ya29."),
            shape("gcp-secret", "gcp-key", "GOCSPX-[0-9A-Za-z_-]{20,}+", "gocspx-"),
            shape("gcp-refresh", "gcp-key", "1//0[0-9A-Za-z_-]{30,}+", "1//0"),
            shape("azure-ad", "azure-key", "[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,37}+", "8q~"),
            shape("alibaba", API_KEY, "LTAI[A-Za-z0-9]{16,30}+", "ltai").when(SecretShape::hasDigit),
            shape("digitalocean", API_KEY, "do[opr]_v1_[a-f0-9]{40,}+", "_v1_"),
            shape("planetscale", API_KEY, "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.=-]{30,}+", "pscale_"),
            shape("supabase", API_KEY, "sbp_[a-f0-9]{40,}+|sb_secret_[A-Za-z0-9_-]{20,}+", "sbp_", "sb_secret_"),
            shape("tailscale", API_KEY, "tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,}+", "tskey-"),
            shape("databricks", API_KEY, "dapi[a-f0-9]{32}(?:-\\d)?+", "dapi"),
            shape("openshift", API_KEY, "sha256~[A-Za-z0-9_-]{40,}+", "sha256~"),
            shape("heroku", API_KEY, "HRKU-[A-Za-z0-9_-]{30,}+", "hrku-"),
            shape("cloudflare", API_KEY, "v1\\.0-[a-f0-9]{24}-[a-f0-9]{100,}+", "v1.0-"),
            shape(
                    "fly",
                    API_KEY,
                    "fm[12][ar]?_[A-Za-z0-9+/=_-]{60,}+",
                    "fm1_",
                    "fm2_",
                    "fm1a_",
                    "fm1r_",
                    "fm2a_",
                    "fm2r_"),
            // Code, packages, builds.
            shape(
                    "github",
                    "github-token",
                    "gh[pousr]_[A-Za-z0-9]{30,}+|github_pat_[A-Za-z0-9_]{22,}+",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            shape(
                    "gitlab",
                    "gitlab-token",
                    "gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|oas|soat|ffct)-[A-Za-z0-9_.-]{20,}+|GR1348941[A-Za-z0-9_-]{20,}+",
                    "glpat-",
                    "gldt-",
                    "glrt-",
                    "glcbt-",
                    "glptt-",
                    "glft-",
                    "glimt-",
                    "glagent-",
                    "gloas-",
                    "glsoat-",
                    "glffct-",
                    "gr1348941"),
            shape("npm", API_KEY, "npm_[A-Za-z0-9]{36,}+", "npm_").when(SecretShape::hasDigit),
            shape("pypi", API_KEY, "pypi-[A-Za-z0-9_-]{50,}+", "pypi-"),
            shape("rubygems", API_KEY, "rubygems_[a-f0-9]{48}", "rubygems_"),
            run("crates", API_KEY, "cio[A-Za-z0-9]{32}(?![A-Za-z0-9])", 35).when(SecretShape::isRandom),
            shape("nuget", API_KEY, "oy2[a-z0-9]{43}(?![A-Za-z0-9])", "oy2"),
            shape("docker", API_KEY, "dckr_[a-z]{2,5}_[A-Za-z0-9_-]{20,}+", "dckr_"),
            shape("artifactory", API_KEY, "AKCp[A-Za-z0-9]{60,}+|cmVmd[A-Za-z0-9]{59}(?![A-Za-z0-9])", "akcp", "cmvmd"),
            shape("sonar", API_KEY, "sq[uap]_[a-f0-9]{40}", "squ_", "sqa_", "sqp_"),
            shape(
                            "atlassian",
                            API_KEY,
                            "AT[AC]TT3[A-Za-z0-9_=-]{60,}+|ATBB[A-Za-z0-9]{28,}+",
                            "atatt3",
                            "atctt3",
                            "atbb")
                    .when(SecretShape::hasDigit),
            shape("circleci", API_KEY, "CCIPAT_[A-Za-z0-9_]{40,}+|CCIPRJ_[A-Za-z0-9_]{40,}+", "ccipat_", "cciprj_"),
            shape("buildkite", API_KEY, "bk(?:ua|ct|aj)_[a-f0-9]{32,}+", "bkua_", "bkct_", "bkaj_"),
            shape("clojars", API_KEY, "CLOJARS_[a-z0-9]{60}", "clojars_"),
            shape("terraform", API_KEY, "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,}+", ".atlasv1."),
            shape("pulumi", API_KEY, "pul-[a-f0-9]{40}", "pul-"),
            shape("vault", API_KEY, "hv[sbr]\\.[A-Za-z0-9_-]{20,}+", "hvs.", "hvb.", "hvr."),
            shape(
                    "doppler",
                    API_KEY,
                    "dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9_.-]{36,}+",
                    "dp.pt.",
                    "dp.st.",
                    "dp.ct.",
                    "dp.sa.",
                    "dp.scim.",
                    "dp.audit."),
            shape("postman", API_KEY, "PMAK-[a-f0-9]{24}-[a-f0-9]{30,}+", "pmak-"),
            shape(
                    "one-password",
                    API_KEY,
                    "ops_eyJ[A-Za-z0-9+/=_-]{60,}+|A3-[A-Z0-9]{6}-[A-Z0-9-]{26,}+",
                    "ops_eyj",
                    "a3-"),
            shape("age", "private-key", "AGE-SECRET-KEY-1[A-Z0-9]{40,}+", "age-secret-key-1"),
            // Models.
            shape("openai", API_KEY, "sk-[A-Za-z0-9_-]{20,}+", "sk-").when(SecretShape::isRandom),
            shape("huggingface", API_KEY, "(?:hf_|api_org_)[A-Za-z0-9]{30,}+", "hf_", "api_org_")
                    .when(SecretShape::isRandom),
            shape("groq", API_KEY, "gsk_[A-Za-z0-9]{40,}+", "gsk_"),
            shape("xai", API_KEY, "xai-[A-Za-z0-9]{60,}+", "xai-"),
            shape("perplexity", API_KEY, "pplx-[A-Za-z0-9]{40,}+", "pplx-"),
            shape("replicate", API_KEY, "r8_[A-Za-z0-9]{30,}+", "r8_"),
            shape("langsmith", API_KEY, "lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{8,}+", "lsv2_"),
            shape("pinecone", API_KEY, "pcsk_[A-Za-z0-9_]{40,}+", "pcsk_"),
            // Talking, paying, selling.
            shape(
                            "slack",
                            "slack-token",
                            "xox[abceoprs]-[A-Za-z0-9-]{10,}+|xoxe\\.xox[bp]-[A-Za-z0-9-]{20,}+|xapp-\\d-[A-Za-z0-9-]{20,}+",
                            "xox",
                            "xapp-")
                    .when(SecretShape::hasDigit),
            shape(
                    "slack-hook",
                    "slack-token",
                    "(?<=hooks\\.slack\\.com/(?:services|workflows|triggers)/)[A-Za-z0-9/_]{20,}+",
                    "hooks.slack.com/"),
            shape("discord-hook", API_KEY, "(?<=/api/webhooks/)\\d{15,20}/[A-Za-z0-9_-]{40,}+", "/api/webhooks/"),
            shape(
                    "teams-hook",
                    API_KEY,
                    "(?<=webhook\\.office\\.com/webhookb2/)[A-Za-z0-9@/_-]{60,}+",
                    "webhook.office.com/"),
            shape("telegram", API_KEY, "(?:bot)?\\d{8,10}:AA[A-Za-z0-9_-]{32,35}(?![A-Za-z0-9_-])", ":aa"),
            shape(
                            "stripe",
                            API_KEY,
                            "[srp]k_(?:live|test|prod)_[A-Za-z0-9]{10,}+|whsec_[A-Za-z0-9+/=]{24,}+",
                            "k_live_",
                            "k_test_",
                            "k_prod_",
                            "whsec_")
                    .when(SecretShape::hasDigit),
            run("twilio", API_KEY, "SK[a-f0-9]{32}(?![A-Za-z0-9])", 34),
            shape("sendgrid", API_KEY, "SG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+", "sg.")
                    .when(SecretShape::hasDigit),
            shape("mailgun", API_KEY, "key-[a-f0-9]{32}(?![A-Za-z0-9])", "key-"),
            shape(
                    "mailchimp",
                    API_KEY,
                    "[a-f0-9]{32}-us\\d{1,2}(?![A-Za-z0-9])",
                    "-us1",
                    "-us2",
                    "-us3",
                    "-us4",
                    "-us5",
                    "-us6",
                    "-us7",
                    "-us8",
                    "-us9"),
            shape("brevo", API_KEY, "xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{10,}+", "xkeysib-"),
            shape("shopify", API_KEY, "shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}", "shpat_", "shpca_", "shppa_", "shpss_"),
            shape("square", API_KEY, "sq0[a-z]{3}-[A-Za-z0-9_-]{22,}+", "sq0"),
            run("facebook", API_KEY, "EAA[A-Za-z0-9]{60,}+", 63).when(SecretShape::isRandom),
            shape("twitter", API_KEY, "A{20}[A-Za-z0-9%]{50,}+", "aaaaaaaaaaaaaaaaaaaa"),
            shape("mapbox", API_KEY, "[sp]k\\.eyJ[A-Za-z0-9_-]{20,}+\\.[A-Za-z0-9_-]{20,}+", "k.eyj"),
            run("airtable", API_KEY, "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}", 64),
            shape("notion", API_KEY, "ntn_[A-Za-z0-9]{40,}+|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])", "ntn_", "secret_"),
            shape("linear", API_KEY, "lin_(?:api|oauth)_[A-Za-z0-9]{30,}+", "lin_"),
            shape("figma", API_KEY, "figd_[A-Za-z0-9_-]{30,}+", "figd_"),
            shape("typeform", API_KEY, "tfp_[A-Za-z0-9_.=-]{40,}+", "tfp_"),
            // Watching.
            shape(
                    "grafana",
                    API_KEY,
                    "gl(?:c|sa)_[A-Za-z0-9+/=_]{32,}+|eyJrIjoi[A-Za-z0-9]{60,}+={0,2}+",
                    "glc_",
                    "glsa_",
                    "eyjrijoi"),
            shape(
                    "newrelic",
                    API_KEY,
                    "NR(?:AK|II|JS|AA|RA)-[A-Za-z0-9_-]{20,}+",
                    "nrak-",
                    "nrii-",
                    "nrjs-",
                    "nraa-",
                    "nrra-"),
            shape("sentry", API_KEY, "sntry[su]_[A-Za-z0-9_=+/-]{40,}+", "sntrys_", "sntryu_"),
            shape("dynatrace", API_KEY, "dt0[cs]\\d{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{60,}+", "dt0c", "dt0s"),
            shape("laravel", "cookie", "eyJpdiI6[A-Za-z0-9+/=%]{60,}+", "eyjpdii6"));

    private TokenShapes() {}

    /** Of a prefix that is part of too many words; what is rare is so long a run of letters and digits. */
    private static PatternRule run(String id, String kind, String shape, int length) {
        return new PatternRule(
                id,
                kind,
                RedactionNeeds.base64(length),
                Pattern.compile(START + "(?<secret>" + shape + ")"),
                found -> true);
    }

    private static PatternRule shape(String id, String kind, String shape, String... literals) {
        return new PatternRule(
                id,
                kind,
                RedactionNeeds.anyOf(literals),
                Pattern.compile(START + "(?<secret>" + shape + ")"),
                found -> true);
    }
}
