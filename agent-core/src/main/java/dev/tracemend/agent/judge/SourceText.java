package dev.tracemend.agent.judge;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. */
final class SourceText extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    SourceText(String path, String text) {
        super(uri(path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    private static URI uri(String path) {
        try {
            return new URI("memory", "", "/" + path, null);
        } catch (URISyntaxException odd) {
            throw new IllegalArgumentException("no path of a source: " + path, odd);
        }
    }

    String path() {
        return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
