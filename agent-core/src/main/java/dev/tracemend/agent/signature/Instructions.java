package dev.tracemend.agent.signature;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a model shall do to make this record out of the input; stands on the output record of a signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Instructions {
    /** One paragraph, said to the model. */
    String value();
}
