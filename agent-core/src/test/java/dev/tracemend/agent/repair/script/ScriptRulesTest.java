package dev.tracemend.agent.repair.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.edit.syntax.TreeSitterGate;
import dev.tracemend.agent.repair.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptRulesTest {
    private final ScriptRules rules = new ScriptRules(new TreeSitterGate());

    @Test
    void theFirstCandidateForACrashIsWhatAPersonWouldDo() {
        assertThat(best("a.py", "def f(c, w):\n    c[w] += 1\n", "KeyError", "'x'", 2))
                .contains("c[w] = c.get(w, 0) + 1");
        assertThat(best(
                        "a.py",
                        "def f(d):\n    for k in d:\n        del d[k]\n",
                        "RuntimeError",
                        "dictionary changed size during iteration",
                        2))
                .contains("for k in list(d):");
        assertThat(best(
                        "a.py",
                        "def f(n):\n    return 'id ' + n\n",
                        "TypeError",
                        "can only concatenate str (not \"int\") to str",
                        2))
                .contains("'id ' + str(n)");
        assertThat(best("a.py", "def f(x):\n    return json.dumps(x)\n", "NameError", "name 'json' is not defined", 2))
                .startsWith("import json\n");
        assertThat(best(
                        "a.py",
                        "def f(t):\n    k, v = t.split('=')\n",
                        "ValueError",
                        "too many values to unpack (expected 2)",
                        2))
                .contains("t.split('=', 1)");
        assertThat(best(
                        "a.py",
                        "async def f(s):\n    r = s.load()\n    return r['x']\n",
                        "TypeError",
                        "'coroutine' object is not subscriptable",
                        3))
                .contains("await s.load()");
        assertThat(best(
                        "a.js",
                        "function f() {\n  const n = 0;\n  n = 1;\n}\n",
                        "TypeError",
                        "Assignment to constant variable.",
                        3))
                .contains("let n = 0");
        assertThat(best(
                        "a.js",
                        "class Q {\n  add() {}\n  g() {\n    this.ad();\n  }\n}\n",
                        "TypeError",
                        "this.ad is not a function",
                        4))
                .contains("this.add()");
        assertThat(best("a.js", "function f() {\n  totl = 1;\n}\n", "ReferenceError", "totl is not defined", 2))
                .contains("let totl = 1");
    }

    @Test
    void whereAMapIsMissingTheInnerDefaultIsThatOfItsSiblings() {
        String code = "def f(d):\n    a = d.get('x', {}).get('n', 0)\n    return d['y']['n'] + a\n";
        assertThat(best("a.py", code, "KeyError", "'y'", 3)).contains("d.get('y', {}).get('n', 0) + a");
    }

    @Test
    void onlyTheKeyThatTheLogNamesIsAtFaultAndOnlyWaysToWriteItThatChangeItAreTried() {
        List<Candidate> other = candidates("a.py", "def f(d):\n    return d['y']['n']\n", "KeyError", "'y'", 2);
        assertThat(other).noneMatch(one -> one.rationale().startsWith("'n' may be absent and then"));

        List<String> written = candidates("a.py", "def f(d, k):\n    return d[k]\n", "KeyError", "'Tea'", 2).stream()
                .filter(one -> one.operator().equals("same-key"))
                .map(one -> one.edits().get(0).replacement())
                .toList();
        assertThat(written).contains("k.lower()").doesNotContain("int(k)", "k.strip()", "str(k)");
    }

    @Test
    void aGuardThatOnlyHidesTheFailureIsASymptomAndComesLast() {
        List<Candidate> all = candidates(
                "a.py",
                "def f(u):\n    return u.name\n",
                "AttributeError",
                "'NoneType' object has no attribute 'name'",
                2);

        assertThat(all).anyMatch(Candidate::symptom);
        assertThat(all.get(all.size() - 1).symptom()).isTrue();
    }

    @Test
    void testsAreNeverEdited() {
        List<ScriptFault> faults =
                List.of(new ScriptFault("KeyError", "'x'", List.of(new ScriptPlace("test_a.py", 2, "f"))));

        assertThat(rules.candidates(
                        faults, List.of(), Map.of("test_a.py", "def f(c):\n    return c['x']\n"), Set.of("test_a.py")))
                .isEmpty();
    }

    @Test
    void brokenSourcesAndAnyMessageAreTakenAsTheyCome() {
        Random random = new Random(5);
        String[] types = {
            "KeyError",
            "TypeError",
            "NameError",
            "ValueError",
            "IndexError",
            "AttributeError",
            "UnboundLocalError",
            "ImportError",
            "RangeError"
        };
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(60); at > 0; at--) {
                text.append(new String[] {
                            "def ", "f(", ")", ":", "\n    ", "return ", "x", "[", "]", "'k'", " + ", "if ", "ä", "😀",
                            "{", "}", "=> ", "for ", " in ", "1"
                        }
                        [random.nextInt(20)]);
            }
            String path = random.nextBoolean() ? "a.py" : "a.js";
            String type = types[random.nextInt(types.length)];
            String message = text.substring(0, Math.min(text.length(), random.nextInt(30)));
            assertThatCode(() -> candidates(path, text.toString(), type, message, 1 + random.nextInt(4)))
                    .as("%s %s", path, text)
                    .doesNotThrowAnyException();
        }
    }

    private String best(String path, String text, String type, String message, int line) {
        List<Candidate> all = candidates(path, text, type, message, line);
        assertThat(all).isNotEmpty();
        StringBuilder changed = new StringBuilder(text);
        List<TextEdit> edits = new ArrayList<>(all.get(0).edits());
        edits.sort((a, b) -> b.start() - a.start());
        edits.forEach(edit -> changed.replace(edit.start(), edit.end(), edit.replacement()));
        return changed.toString();
    }

    private List<Candidate> candidates(String path, String text, String type, String message, int line) {
        ScriptFault fault = new ScriptFault(type, message, List.of(new ScriptPlace(path, line, "f")));
        return rules.candidates(List.of(fault), List.of(), Map.of(path, text), Set.of());
    }
}
