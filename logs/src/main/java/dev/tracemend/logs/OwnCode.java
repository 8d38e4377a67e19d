package dev.tracemend.logs;

/** Tells the service's own code from run times, frameworks and generated classes. */
final class OwnCode {
    private static final String[] JAVA_LIBRARIES = {
        "java.",
        "javax.",
        "jakarta.",
        "jdk.",
        "sun.",
        "com.sun.",
        "com.oracle.",
        "oracle.jdbc.",
        "org.graalvm.",
        "org.apache.",
        "org.springframework.",
        "io.micronaut.",
        "io.quarkus.",
        "io.helidon.",
        "io.dropwizard.",
        "io.netty.",
        "io.vertx.",
        "io.undertow.",
        "io.grpc.",
        "io.micrometer.",
        "io.opentelemetry.",
        "io.reactivex.",
        "io.projectreactor.",
        "reactor.",
        "rx.",
        "akka.",
        "org.reactivestreams.",
        "org.eclipse.",
        "org.glassfish.",
        "org.jboss.",
        "org.wildfly.",
        "org.hibernate.",
        "org.jooq.",
        "org.jdbi.",
        "org.mybatis.",
        "com.zaxxer.",
        "org.postgresql.",
        "com.mysql.",
        "org.mariadb.",
        "org.h2.",
        "org.hsqldb.",
        "org.sqlite.",
        "com.mongodb.",
        "redis.clients.",
        "io.lettuce.",
        "org.redisson.",
        "org.elasticsearch.",
        "co.elastic.",
        "com.rabbitmq.",
        "org.junit.",
        "junit.",
        "org.testng.",
        "org.mockito.",
        "org.assertj.",
        "org.hamcrest.",
        "net.bytebuddy.",
        "net.sf.cglib.",
        "javassist.",
        "org.aspectj.",
        "org.objectweb.asm.",
        "org.codehaus.",
        "groovy.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "clojure.",
        "ch.qos.",
        "org.slf4j.",
        "org.jspecify.",
        "com.fasterxml.",
        "tools.jackson.",
        "com.google.common.",
        "com.google.gson.",
        "com.google.inject.",
        "com.google.protobuf.",
        "com.google.cloud.",
        "com.squareup.",
        "okhttp3.",
        "okio.",
        "retrofit2.",
        "feign.",
        "com.netflix.",
        "com.amazonaws.",
        "software.amazon.awssdk.",
        "com.azure.",
        "com.microsoft.",
        "org.yaml.",
        "org.snakeyaml.",
        "picocli.",
        "lombok.",
        "org.bouncycastle.",
        "org.rocksdb.",
        "dev.langchain4j.",
        "com.intellij.",
        "org.gradle.",
        "com.github.benmanes.",
        "io.github.resilience4j.",
        "org.quartz.",
        "org.thymeleaf.",
        "freemarker.",
    };
    private static final String[] PYTHON_LIBRARIES = {
        "/site-packages/",
        "/dist-packages/",
        "\\site-packages\\",
        "/lib/python",
        "/lib64/python",
        "\\lib\\",
        "/Lib/",
        "\\Lib\\",
        "/python3.",
        "/.pyenv/",
        "/importlib/",
    };

    private OwnCode() {}

    /** Whether a class, by its full name, is the service's own and not generated at run time. */
    static boolean javaClass(String className) {
        for (String library : JAVA_LIBRARIES) {
            if (className.startsWith(library)) {
                return false;
            }
        }
        boolean proxy = className.startsWith("$Proxy") || className.contains(".$Proxy") || className.contains("$$");
        return !proxy && !className.isEmpty();
    }

    /** Whether a Python file is the service's own: neither a library nor frozen nor typed in. */
    static boolean pythonFile(String path) {
        if (path.isEmpty() || path.charAt(0) == '<') {
            return false;
        }
        for (String library : PYTHON_LIBRARIES) {
            if (path.contains(library)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a Node file is the service's own. */
    static boolean nodeFile(String path) {
        return !path.isEmpty()
                && path.charAt(0) != '<'
                && !path.startsWith("node:")
                && !path.startsWith("internal/")
                && !path.equals("native")
                && !path.contains("node_modules")
                // Before version 16 Node named its own files without a folder.
                && (path.indexOf('/') >= 0 || path.indexOf('\\') >= 0);
    }
}
