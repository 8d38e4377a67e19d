package dev.tracemend.agent.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a method a tool: its parameters are the arguments, what it returns is shown to the model. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ToolMethod {
    /** One or two sentences for the model. */
    String value();

    /** The tool's name; the method's own in snake case where none is given. */
    String name() default "";

    /** What it can do. */
    Risk risk() default Risk.MUTATING;

    /** Whether a person is asked before each call. */
    boolean approval() default false;
}
