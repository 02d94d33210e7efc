package org.facecheck.internal.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says under which key a deployer sets a component of a configuration record, what it is by default, and which values are
 * right. The reader takes all of it from here, so that a key is declared once, beside the value that it sets.
 *
 * <p>The component's type says how a value is written: {@code boolean}, {@code int}, an enum in lower case, a
 * {@link java.time.Duration} in ISO 8601, a {@link java.net.URI}, a proxy's {@link java.net.InetSocketAddress}, a
 * {@link java.util.Locale}'s language tag, a {@link String}, or a {@link java.util.List} or {@link java.util.Set} of strings
 * between commas. Strings have a {@link #form} besides, and numbers a range.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ConfigKey {

    /** The key as a deployer writes it; of a rule, what follows {@code facecheck.rule.<name>.}. */
    String value();

    /** What counts where the deployer sets nothing; the empty string for no default, which leaves the component empty. */
    String fallback() default "";

    /** Of a key that must be set, what to write; the empty string for a key that may be left out. */
    String remedy() default "";

    /** How a string is written, or each string of a list. */
    TextForm form() default TextForm.ANY;

    /** The least number that is right. */
    int min() default 1;

    /** The greatest number that is right. */
    int max() default Integer.MAX_VALUE;
}
