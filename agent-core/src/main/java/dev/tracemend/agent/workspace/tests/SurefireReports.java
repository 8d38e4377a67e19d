package dev.tracemend.agent.workspace.tests;

import dev.tracemend.agent.workspace.tests.TestReport.Failed;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads the JUnit XML that Surefire and Failsafe leave in {@code target/surefire-reports} and {@code
 * target/failsafe-reports} of each module. A report that cannot be read is passed over: tests write them, and tests are
 * anybody's.
 */
public final class SurefireReports {
    private static final int DEEPEST = 6;
    private static final int MOST_REPORTS = 5_000;
    private static final long LARGEST = 16 << 20;
    private static final int LONGEST_MESSAGE = 600;

    private SurefireReports() {}

    /** The sum of the reports below a folder that were written since; empty where there is none. */
    public static Optional<TestReport> since(Path folder, Instant start) {
        int passed = 0;
        int skipped = 0;
        List<Failed> failures = new ArrayList<>();
        List<Path> reports = reports(folder, start);
        for (Path report : reports) {
            NodeList cases = cases(report);
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                Optional<Element> failure = child(test, "failure").or(() -> child(test, "error"));
                if (failure.isPresent()) {
                    failures.add(new Failed(
                            test.getAttribute("classname") + "." + test.getAttribute("name"), message(failure.get())));
                } else if (child(test, "skipped").isPresent()) {
                    skipped++;
                } else {
                    passed++;
                }
            }
        }
        return reports.isEmpty()
                ? Optional.empty()
                : Optional.of(new TestReport("surefire", passed, failures.size(), skipped, failures));
    }

    private static List<Path> reports(Path folder, Instant start) {
        List<Path> reports = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            String name = file.getFileName().toString();
                            String parent = file.getNameCount() < 2
                                    ? ""
                                    : file.getName(file.getNameCount() - 2).toString();
                            if (attributes.isRegularFile()
                                    && name.startsWith("TEST-")
                                    && name.endsWith(".xml")
                                    && (parent.equals("surefire-reports") || parent.equals("failsafe-reports"))
                                    && attributes.size() <= LARGEST
                                    && !attributes
                                            .lastModifiedTime()
                                            .toInstant()
                                            .isBefore(start)) {
                                reports.add(file);
                            }
                            return reports.size() < MOST_REPORTS ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                        }

                        @Override
                        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                            String name = String.valueOf(dir.getFileName());
                            return name.equals(".git") || name.equals("node_modules")
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            return List.of();
        }
        Collections.sort(reports);
        return reports;
    }

    private static NodeList cases(Path report) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            try (var in = Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS)) {
                return builder.parse(in).getElementsByTagName("testcase");
            }
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            return new NoCases();
        }
    }

    /** No document type, no entities: a report is hostile input. */
    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Optional<Element> child(Element element, String name) {
        NodeList children = element.getElementsByTagName(name);
        return children.getLength() == 0 ? Optional.empty() : Optional.of((Element) children.item(0));
    }

    private static String message(Element failure) {
        String text = failure.getTextContent().strip();
        String told = text.isEmpty() ? failure.getAttribute("message") : text;
        return told.length() <= LONGEST_MESSAGE ? told : told.substring(0, LONGEST_MESSAGE) + "…";
    }

    private record NoCases() implements NodeList {
        @Override
        public org.w3c.dom.Node item(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int getLength() {
            return 0;
        }
    }
}
