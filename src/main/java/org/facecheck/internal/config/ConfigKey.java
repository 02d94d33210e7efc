package org.facecheck.internal.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * Says under which key a deployer sets a component of a configuration record, what it is by default, and which values are
 * right. The reader takes all of it from here, so that a key is declared once, beside the value that it sets.
 *
 * <p>The component's type says how a value is written: {@code boolean}, {@code int}, an enum in lower case, a
 * {@link java.time.Duration} in ISO 8601, a {@link java.net.URI}, a proxy's {@link java.net.InetSocketAddress}, a
 * readable file's {@link java.nio.file.Path}, a {@link java.util.Locale}'s language tag, a {@link String}, or a {@link java.util.List} or {@link java.util.Set} of strings
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

    /** How a text in the configuration has to be written. A form is strict where a lenient reading could open something. */
    enum TextForm {

        /** Anything that is not blank. */
        ANY("some text", ".+"),

        /** Names of document fields, in the service's spelling. */
        FIELD_NAMES("names separated by commas, such as fullName,dob", "\\w+"),

        /** {@link BindingConfig#FIRST_USE}, or one document field. */
        BINDING(
                "first-use, or the field of the KYC document that has to be the logged-in principal's name, such as"
                        + " documentNumber",
                BindingConfig.FIRST_USE + "|\\w+"),

        /** Whose login the face is. */
        LOGIN(
                "application, so that the application sees who was verified, or container, so that the container does, too",
                "application|container"),

        /** Whether the page asks who somebody is; the face alone says it otherwise. */
        USERNAME("ask or none", "ask|none"),

        /** One document field, by which people are known. */
        LOGIN_FIELD("the field of the KYC document that is the person's login name, such as documentNumber", "\\w+"),

        /** A star alone would be everybody, to some servers. */
        ROLES("names of roles separated by commas, such as employee,payroll", "[^\\s,*]+"),

        /** What may personally identify somebody in an audit line, by its key there. */
        AUDIT_FIELDS(
                "some of path, principal, client, record, caller and roles, separated by commas",
                "path|principal|client|record|caller|roles"),

        /** An attribute of a principal, whose names the server's login module is free to choose. */
        ATTRIBUTE("the name of an attribute of the logged-in principal, such as employeeNumber", "\\S+"),

        /** Names of servlets, for which the web-app schema allows any string that is not empty, spaces included. */
        SERVLETS("names of servlets as web.xml or annotations give them, separated by commas", "(?s).+"),

        /** A path that every reader of URLs reads alike: no dot segments (RFC 3986 §5.2.4), no parameters, nothing encoded. */
        PATH(
                "a path below the context path, such as /facecheck: letters, digits, - _ . and / only",
                "(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+"),

        /** Where a link leads. No other scheme: one such as {@code javascript:} would run in the page's name. */
        LINK(
                "the address of a page, such as https://intranet.example/help or mailto:help@example.org, or a path below the"
                        + " context path, such as /help.html",
                "https?://[^\\s\"<>]+|mailto:[^\\s\"<>]+|(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+"),

        /** A name in this very server: a JNDI URL such as {@code ldap:} would make it ask another one. */
        JNDI_NAME(
                "the JNDI name of a cache, such as java:comp/env/facecheck/attempts, or payara/Hazelcast on Payara",
                "(java:/?)?[\\w.-]+(/[\\w.-]+)*"),

        /** A header's value in ASCII (RFC 9110 §5.5), so that no line break gets into the response. */
        POLICY("a Content-Security-Policy, such as default-src 'self'", "[ -~]+"),

        /**
         * The patterns of Jakarta Servlet 6.0, §12.2, without those that containers are known to read differently: the default
         * mapping {@code /}, a star that is not at the end, an extension with two dots, encoded or dot segments.
         */
        PATTERNS(
                "URL patterns as in web.xml, separated by commas: /payroll/* for all below, *.jsp for all of a kind,"
                        + " /report.html for one page, /* for the whole application",
                "/\\*|(/(?!\\.{1,2}(/|$))[^/*?#;%\\\\\\s]+)+(/|/\\*)?|\\*\\.[^./*?#;%\\\\\\s]+");

        private final String words;
        private final Pattern pattern;

        TextForm(String words, String pattern) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
        }

        /** The form in words, to end the sentence "write …". */
        public String words() {
            return words;
        }

        /** Whether a text, or one text of a list, has this form. */
        public boolean matches(String text) {
            return pattern.matcher(text).matches();
        }
    }
}
