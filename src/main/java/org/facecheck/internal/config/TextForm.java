package org.facecheck.internal.config;

import java.util.regex.Pattern;

/** How a text in the configuration has to be written. A form is strict where a lenient reading could open something. */
public enum TextForm {

    /** Anything that is not blank. */
    ANY("some text", ".+"),

    /** Names of document fields, in the service's spelling. */
    FIELD_NAMES("names separated by commas, such as fullName,dob", "\\w+"),

    /** {@link BindingConfig#FIRST_USE}, or one document field. */
    BINDING(
            "first-use, or the field of the KYC document that has to be the logged-in principal's name, such as"
                    + " documentNumber",
            BindingConfig.FIRST_USE + "|\\w+"),

    /** An attribute of a principal, whose names the server's login module is free to choose. */
    ATTRIBUTE("the name of an attribute of the logged-in principal, such as employeeNumber", "\\S+"),

    /** Names of servlets, for which the web-app schema allows any string that is not empty, spaces included. */
    SERVLETS("names of servlets as web.xml or annotations give them, separated by commas", "(?s).+"),

    /** A path that every reader of URLs reads alike: no dot segments (RFC 3986 §5.2.4), no parameters, nothing encoded. */
    PATH(
            "a path below the context path, such as /facecheck: letters, digits, - _ . and / only",
            "(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+"),

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
