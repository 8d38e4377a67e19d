package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Ticks;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes classes count their steps in {@link Ticks}: one at the start of a method, one before each jump back. */
final class TickWeaver {
    private static final String TICKS = Ticks.class.getName().replace('.', '/');

    private TickWeaver() {}

    /** All classes, woven; one that cannot be read is left as it is. */
    static Map<String, byte[]> weave(Map<String, byte[]> classes) {
        Map<String, byte[]> woven = new HashMap<>();
        classes.forEach((name, bytes) -> woven.put(name, weave(bytes)));
        return woven;
    }

    private static byte[] weave(byte[] bytes) {
        try {
            ClassReader reader = new ClassReader(bytes);
            ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9, writer) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access, String name, String descriptor, String signature, String[] exceptions) {
                            return new Steps(super.visitMethod(access, name, descriptor, signature, exceptions));
                        }
                    },
                    0);
            return writer.toByteArray();
        } catch (RuntimeException tooNewOrTooLarge) {
            return bytes;
        }
    }

    /** The stack is as it was after each step, so frames stay true. */
    private static final class Steps extends MethodVisitor {
        private final Set<Label> passed = new HashSet<>();

        Steps(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        private void step() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TICKS, "tick", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            step();
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                step();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            back(otherwise, labels);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            back(otherwise, labels);
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        private void back(Label otherwise, Label[] labels) {
            boolean back = passed.contains(otherwise);
            for (Label label : labels) {
                back |= passed.contains(label);
            }
            if (back) {
                step();
            }
        }
    }
}
