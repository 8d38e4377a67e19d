package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.repair.Candidate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * A container of a compose file cannot reach another: it asks on {@code localhost}, where only itself listens, on the port
 * that the other shows outside, or by a name that is mistyped. Mended where exactly one service can be meant.
 */
final class ServiceAddressRule implements SettingsRule {
    private static final Pattern REFUSED =
            Pattern.compile("(?s)ECONNREFUSED|(?i:connection refused|Connection to \\S{1,100} refused)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\"([\\w.-]{1,100})\"[^\\n]{0,40}?,? port |(?<![\\w.-])(localhost|\\[?::1]?|[A-Za-z][\\w.-]{0,100}|\\d{1,3}(?:\\.\\d{1,3}){3})(?:/[\\d.:]+)?:)(\\d{2,5})(?!\\d)");
    private static final Pattern UNKNOWN =
            Pattern.compile("(?:UnknownHostException: |getaddrinfo (?:ENOTFOUND|EAI_AGAIN) )([A-Za-z][\\w.-]{0,100})");
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.0\\.0\\.1|\\[?::1]?|0\\.0\\.0\\.0");
    private static final Pattern HOST_KEY = Pattern.compile("(?i).*(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER)");
    private static final Map<String, Integer> USUAL = Map.ofEntries(
            Map.entry("postgres", 5432),
            Map.entry("postgis", 5432),
            Map.entry("mysql", 3306),
            Map.entry("mariadb", 3306),
            Map.entry("redis", 6379),
            Map.entry("valkey", 6379),
            Map.entry("mongo", 27017),
            Map.entry("rabbitmq", 5672),
            Map.entry("elasticsearch", 9200),
            Map.entry("memcached", 11211),
            Map.entry("nats", 4222));

    @Override
    public boolean fits(String said) {
        return REFUSED.matcher(said).find() || UNKNOWN.matcher(said).find();
    }

    @Override
    public Optional<Candidate> propose(String said, SettingsFiles files) {
        List<WrittenSetting> composed = files.composed();
        Matcher unknown = UNKNOWN.matcher(said);
        if (unknown.find()) {
            return mistyped(unknown.group(1), composed);
        }
        Matcher address = ADDRESS.matcher(said);
        while (address.find()) {
            String host = address.group(1) == null ? address.group(2) : address.group(1);
            String port = address.group(3);
            Optional<Candidate> found =
                    LOCAL.matcher(host).matches() ? onItself(port, composed) : shownOutside(host, port, composed);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Candidate> onItself(String port, List<WrittenSetting> composed) {
        Set<String> listening = new TreeSet<>();
        services(composed).forEach((name, own) -> {
            if (listens(own).contains(port)) {
                listening.add(name);
            }
        });
        if (listening.size() != 1) {
            return Optional.empty();
        }
        String meant = listening.iterator().next();
        List<WrittenSetting> wrong = composed.stream()
                .filter(setting ->
                        !service(setting).equals(meant) && setting.key().contains(".environment."))
                .filter(setting ->
                        !own(composed, service(setting), "network_mode") && asksItself(setting, port, composed))
                .toList();
        return wrong.size() != 1 ? Optional.empty() : Optional.of(told(wrong.get(0), meant, port));
    }

    private static Candidate told(WrittenSetting wrong, String meant, String port) {
        Matcher local = LOCAL.matcher(wrong.value());
        String before = local.find() ? local.group() : wrong.value();
        return new Candidate(
                wrong.changed(before, meant),
                "service-name",
                0.85,
                false,
                "in the container of " + service(wrong) + " only itself listens on " + before + "; port " + port
                        + " is that of the service " + meant);
    }

    /** A host next to its port, the only host there is, or an address with both. */
    private static boolean asksItself(WrittenSetting setting, String port, List<WrittenSetting> composed) {
        if (setting.value().matches(".*(?:" + LOCAL.pattern() + "):" + port + "(?!\\d).*")) {
            return true;
        }
        if (!LOCAL.matcher(setting.value()).matches()
                || !HOST_KEY.matcher(setting.name()).matches()) {
            return false;
        }
        String prefix = setting.name().replaceFirst("(?i)_?(HOST|HOSTNAME|ADDR|ADDRESS|SERVER)$", "");
        List<String> ports = composed.stream()
                .filter(other -> other.section().equals(setting.section()))
                .filter(other -> other.name().equalsIgnoreCase(prefix + "_PORT")
                        || other.name().equalsIgnoreCase(prefix + "PORT") && !prefix.isEmpty())
                .map(WrittenSetting::value)
                .toList();
        long hosts = composed.stream()
                .filter(other -> other.section().equals(setting.section())
                        && LOCAL.matcher(other.value()).matches())
                .count();
        return ports.contains(port) || ports.isEmpty() && hosts == 1;
    }

    /** The port left of the colon is for the machine around; among themselves services use the right one. */
    private static Optional<Candidate> shownOutside(String host, String port, List<WrittenSetting> composed) {
        List<WrittenSetting> own = services(composed).getOrDefault(host, List.of());
        List<String> inside = own.stream()
                .filter(setting -> setting.key().contains(".ports["))
                .map(WrittenSetting::value)
                .filter(value -> value.matches("(?:[\\d.]+:)?" + port + ":\\d+(?:/tcp)?"))
                .map(value -> value.replaceFirst("/tcp$", "").replaceFirst(".*:", ""))
                .filter(value -> !value.equals(port))
                .toList();
        if (inside.size() != 1) {
            return Optional.empty();
        }
        List<WrittenSetting> wrong = composed.stream()
                .filter(setting -> setting.key().contains(".environment.")
                        && !service(setting).equals(host))
                .filter(setting -> setting.value().matches(".*\\b" + Pattern.quote(host) + ":" + port + "(?!\\d).*")
                        || setting.value().equals(port)
                                && setting.name()
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .endsWith("PORT"))
                .toList();
        return wrong.size() != 1
                ? Optional.empty()
                : Optional.of(new Candidate(
                        wrong.get(0).changed(port, inside.get(0)),
                        "service-port",
                        0.8,
                        false,
                        host + " listens on " + inside.get(0) + "; " + port
                                + " is only its port on the machine around"));
    }

    private static Optional<Candidate> mistyped(String host, List<WrittenSetting> composed) {
        Set<String> names = services(composed).keySet();
        List<String> near = names.stream()
                .filter(name -> LevenshteinDistance.getDefaultInstance().apply(plain(name), plain(host))
                        <= Math.min(2, name.length() / 3))
                .toList();
        List<WrittenSetting> wrong = composed.stream()
                .filter(setting -> setting.value().matches("(?:.*[/@])?" + Pattern.quote(host) + "(?:[:/].*)?"))
                .toList();
        return names.contains(host) || near.size() != 1 || wrong.size() != 1
                ? Optional.empty()
                : Optional.of(new Candidate(
                        wrong.get(0).changed(host, near.get(0)),
                        "service-name",
                        0.85,
                        false,
                        "there is no host " + host + "; the service is called " + near.get(0)));
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "");
    }

    private static Map<String, List<WrittenSetting>> services(List<WrittenSetting> composed) {
        Map<String, List<WrittenSetting>> services = new TreeMap<>();
        composed.forEach(setting -> services.computeIfAbsent(service(setting), name -> new java.util.ArrayList<>())
                .add(setting));
        return services;
    }

    private static String service(WrittenSetting setting) {
        return setting.key().split("\\.")[1];
    }

    private static boolean own(List<WrittenSetting> composed, String service, String name) {
        return composed.stream()
                .anyMatch(setting ->
                        service(setting).equals(service) && setting.name().equals(name));
    }

    /** The ports a service listens on, by what it shows or what its image is known for. */
    private static Set<String> listens(List<WrittenSetting> own) {
        Set<String> ports = new TreeSet<>();
        for (WrittenSetting setting : own) {
            if (setting.key().contains(".ports[") || setting.key().contains(".expose[")) {
                ports.add(setting.value().replaceFirst("/tcp$", "").replaceFirst(".*:", ""));
            } else if (setting.name().equals("image")) {
                String image = setting.value().replaceFirst(".*/", "").replaceFirst(":.*", "");
                USUAL.forEach((known, port) -> {
                    if (image.equals(known)) {
                        ports.add(port.toString());
                    }
                });
            }
        }
        return ports;
    }
}
