package dev.tracemend.agent.judge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts methods of a class that was compiled with {@link BodyStubs} into the class as it stands. */
final class ClassSplice {
    private final Set<String> methods;

    /** @param methods names of the methods that were compiled whole and have changed, {@code <init>} for constructors */
    ClassSplice(Set<String> methods) {
        this.methods = methods;
    }

    /** The classes with the changed methods; empty where the stubbed ones are not the same classes and methods. */
    Optional<Map<String, byte[]>> into(Map<String, byte[]> standing, Map<String, byte[]> stubbed) {
        Map<String, byte[]> spliced = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> one : stubbed.entrySet()) {
            byte[] before = standing.get(one.getKey());
            if (before == null) {
                return Optional.empty();
            }
            Splicing splicing = new Splicing(new ClassReader(before), new ClassReader(one.getValue()));
            spliced.put(one.getKey(), splicing.bytes());
            if (!splicing.alike) {
                return Optional.empty();
            }
        }
        return Optional.of(spliced);
    }

    /** Whether two classes are the same but for the order of their constants. */
    static boolean same(byte[] one, byte @Nullable [] other) {
        return other != null && (Arrays.equals(one, other) || Arrays.equals(inOrder(one), inOrder(other)));
    }

    private static byte[] inOrder(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(writer, 0);
        return writer.toByteArray();
    }

    private boolean fresh(String name) {
        return methods.contains(name) || methods.stream().anyMatch(each -> name.startsWith(lambdas(each)));
    }

    private static String lambdas(String method) {
        return "lambda$" + (method.equals("<init>") ? "new" : method) + "$";
    }

    /** One class. The methods that stay are copied as they are, and all stay in their order. */
    private final class Splicing extends ClassVisitor {
        private final ClassReader before;
        private final ClassReader stubbed;
        private final ClassWriter writer;
        private int replaced;
        private boolean alike = true;

        Splicing(ClassReader before, ClassReader stubbed) {
            super(Opcodes.ASM9);
            this.before = before;
            this.stubbed = stubbed;
            this.writer = new ClassWriter(before, 0);
            this.cv = writer;
        }

        byte[] bytes() {
            before.accept(this, 0);
            Rest rest = new Rest(writer);
            stubbed.accept(rest, ClassReader.SKIP_CODE);
            alike &= rest.fresh == replaced;
            return writer.toByteArray();
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            alike &= !name.startsWith("access$");
            if (!fresh(name)) {
                return super.visitMethod(access, name, descriptor, signature, exceptions);
            }
            OneMethod one = new OneMethod(name, descriptor, writer);
            stubbed.accept(one, 0);
            alike &= one.found;
            replaced++;
            return null;
        }
    }

    /** What a class needs besides: names of classes that only the changed methods speak of. */
    private final class Rest extends ClassVisitor {
        private final ClassWriter writer;
        private int fresh;

        Rest(ClassWriter writer) {
            super(Opcodes.ASM9);
            this.writer = writer;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            fresh += fresh(name) ? 1 : 0;
            return null;
        }

        @Override
        public void visitInnerClass(String name, String outer, String inner, int access) {
            writer.visitInnerClass(name, outer, inner, access);
        }
    }

    /** Copies one method and leaves out all others. */
    private static final class OneMethod extends ClassVisitor {
        private final String name;
        private final String descriptor;
        private final ClassWriter writer;
        private boolean found;

        OneMethod(String name, String descriptor, ClassWriter writer) {
            super(Opcodes.ASM9);
            this.name = name;
            this.descriptor = descriptor;
            this.writer = writer;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String method, String type, String signature, String[] exceptions) {
            if (!method.equals(name) || !type.equals(descriptor)) {
                return null;
            }
            found = true;
            return writer.visitMethod(access, method, type, signature, exceptions);
        }
    }
}
