package dev.tracemend.logs;

import java.util.Set;

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

    private static final Set<String> GO_LIBRARIES = Set.of(
            "runtime",
            "net",
            "os",
            "io",
            "fmt",
            "encoding",
            "database",
            "sync",
            "testing",
            "reflect",
            "syscall",
            "internal",
            "context",
            "time",
            "strings",
            "strconv",
            "bytes",
            "bufio",
            "errors",
            "log",
            "math",
            "sort",
            "regexp",
            "crypto",
            "html",
            "path",
            "text",
            "compress",
            "archive",
            "container",
            "hash",
            "vendor",
            "panic",
            "json");

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

    /** Whether a Go function, by its full name, is the service's own: the standard library's packages have no dot in their first part. */
    static boolean goPackage(String name) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            String first = name.substring(0, slash);
            return !GO_LIBRARIES.contains(first)
                    && !name.startsWith("github.com/gin-gonic/")
                    && !name.startsWith("google.golang.org/")
                    && !name.startsWith("golang.org/")
                    && !name.startsWith("go.uber.org/")
                    && !name.startsWith("gorm.io/");
        }
        int dot = name.indexOf('.');
        return dot > 0 && !GO_LIBRARIES.contains(name.substring(0, dot));
    }

    /** Whether a Ruby file is the service's own. */
    static boolean rubyFile(String path) {
        return !path.contains("/gems/")
                && !path.contains("/lib/ruby/")
                && !path.startsWith("<internal:")
                && !path.contains("/rubygems/")
                && !path.startsWith("(");
    }

    /** Whether a PHP file is the service's own. */
    static boolean phpFile(String path) {
        return !path.isEmpty() && !path.contains("/vendor/") && !path.startsWith("phar://");
    }

    /** Whether a Rust function, by its path, is the service's own. */
    static boolean rustPath(String path, String file) {
        boolean library =
                file.startsWith("/rustc/") || file.contains("/.cargo/registry/") || file.contains("/library/");
        String first = path.startsWith("<") ? path.substring(1) : path;
        return !library
                && !first.startsWith("std::")
                && !first.startsWith("core::")
                && !first.startsWith("alloc::")
                && !first.startsWith("tokio::")
                && !first.startsWith("rust_")
                && !first.startsWith("__rust")
                && !first.startsWith("backtrace::")
                && !first.startsWith("_")
                && !first.startsWith("main")
                && !first.startsWith("clone");
    }

    /** Whether a .NET type, by its full name, is the service's own. */
    static boolean dotnetType(String type) {
        return !type.startsWith("System.")
                && !type.startsWith("Microsoft.")
                && !type.startsWith("Npgsql.")
                && !type.startsWith("Newtonsoft.")
                && !type.startsWith("Serilog.")
                && !type.startsWith("MediatR.")
                && !type.startsWith("Castle.")
                && !type.startsWith("Dapper.")
                && !type.startsWith("Polly.")
                && !type.startsWith("Grpc.")
                && !type.startsWith("StackExchange.")
                && !type.isEmpty();
    }
}
