package dev.tracemend.cli.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.FileDescriptor;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a class may do, what it is called, and where it stands. */
final class CodeRules {
    private static final Set<String> WRITERS = Set.of(
            "write", "writeString", "newBufferedWriter", "newOutputStream", "copy", "move", "delete", "deleteIfExists");

    private CodeRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "only agent.workspace writes files in agent-core",
                noClasses()
                        .that()
                        .resideInAPackage("dev.tracemend.agent..")
                        .and()
                        // The store keeps to a folder of its own.
                        .resideOutsideOfPackages("dev.tracemend.agent.workspace..", "dev.tracemend.agent.store..")
                        .should()
                        .callMethodWhere(writesFiles())
                        .orShould()
                        .callConstructorWhere(opensForWriting())
                        .because("paths are judged in one place; write through a ScratchWorktree"));
        rules.put(
                "few packages start processes",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.tracemend.agent.workspace..",
                                "dev.tracemend.agent.judge..",
                                "dev.tracemend.agent.shell..",
                                // The engine's own client, asked for the log of a container.
                                "dev.tracemend.tailer.source..",
                                "dev.tracemend.cli.stack..")
                        .should()
                        .callConstructorWhere(
                                target("starts a process", t -> t.getOwner().isEquivalentTo(ProcessBuilder.class)))
                        .orShould()
                        .callMethodWhere(target(
                                "starts a process",
                                t -> t.getOwner().isEquivalentTo(Runtime.class)
                                        && t.getName().equals("exec")))
                        .because(
                                "a process needs an allow-listed environment, limits and a sandbox; use those packages' doors"));
        rules.put("only cli prints or exits", onlyCliSpeaks());
        rules.put(
                "names say what a thing does",
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper")
                        .orShould()
                        .haveSimpleNameEndingWith("Manager")
                        .orShould()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameStartingWith("Abstract")
                        .because("name it for its noun and put it beside its only user"));
        rules.put(
                "simple names are unique",
                classes()
                        .that()
                        .areTopLevelClasses()
                        .should(haveUniqueSimpleNames())
                        .because("one name, one thing: a reader must not have to look at imports"));
        rules.put(
                "the environment is read in *Config",
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Config")
                        .should()
                        .callMethodWhere(target(
                                "reads the environment",
                                t -> t.getOwner().isEquivalentTo(System.class)
                                        && t.getName().equals("getenv")))
                        .because("settings come in through one record a module"));
        rules.put(
                "nobody sleeps",
                noClasses()
                        .should()
                        .callMethodWhere(target(
                                "sleeps",
                                t -> t.getOwner().isEquivalentTo(Thread.class)
                                        && t.getName().equals("sleep")))
                        .because("wait for the thing itself: a latch, a future, a process, a poll with a timeout"));
        rules.put(
                "every package tells its story",
                classes()
                        .should(liveInDescribedPackages())
                        .because("a newcomer reads package-info first; it also carries @NullMarked"));
        rules.put(
                "no static state",
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("dev.tracemend..")
                        .should()
                        .beFinal()
                        .because("state belongs to an object with an owner; pass it through the constructor"));
        return rules;
    }

    private static ArchRule onlyCliSpeaks() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.tracemend.cli..", "dev.tracemend.agent.judge.minion..", "dev.tracemend.streams.spark..")
                .should()
                .accessFieldWhere(target(
                        "prints",
                        t -> t.getOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(t.getName())))
                .orShould()
                .callMethodWhere(
                        target("exits or prints", t -> exits(t) || t.getName().equals("printStackTrace")))
                .because("only the program decides what a person sees and when it ends; log or throw instead"
                        + " (the judge's minion and the Spark job are programs of their own)");
    }

    private static boolean exits(AccessTarget target) {
        return (target.getOwner().isEquivalentTo(System.class)
                        && target.getName().equals("exit"))
                || (target.getOwner().isEquivalentTo(Runtime.class)
                        && Set.of("exit", "halt").contains(target.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, Predicate<AccessTarget> predicate) {
        return describe(what, access -> predicate.test(access.getTarget()));
    }

    private static DescribedPredicate<JavaAccess<?>> writesFiles() {
        return target("writes files", t -> t.getOwner().isEquivalentTo(Files.class) && WRITERS.contains(t.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> opensForWriting() {
        return target(
                "opens a file for writing",
                t -> Set.of("java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile")
                                .contains(t.getOwner().getName())
                        && t instanceof AccessTarget.CodeUnitAccessTarget code
                        && code.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(FileDescriptor.class)));
    }

    private static ArchCondition<JavaClass> haveUniqueSimpleNames() {
        return new ArchCondition<>("have a simple name of their own") {
            private final Map<String, Set<String>> byName = new TreeMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                byName.clear();
                all.forEach(c -> byName.computeIfAbsent(c.getSimpleName(), n -> new TreeSet<>())
                        .add(c.getName()));
            }

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Set<String> same = byName.getOrDefault(item.getSimpleName(), Set.of());
                boolean unique = same.size() < 2 || item.getSimpleName().equals("package-info");
                events.add(new SimpleConditionEvent(item, unique, item.getName() + " shares its name: " + same));
            }
        };
    }

    private static ArchCondition<JavaClass> liveInDescribedPackages() {
        return new ArchCondition<>("live in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean described = item.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        item, described, item.getPackageName() + " has no package-info with @NullMarked"));
            }
        };
    }
}
