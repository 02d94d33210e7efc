/**
 * Which keys there are, and where their values come from. A {@code Key} is what a record's component declares ({@code
 * ShortForm}, room {@code config}); a {@code RuleKey} is an aspect ({@code NamedRule}) of a rule with some name.
 *
 * <ol>
 *   <li>{@code ApplicationSettings} gathers names and values: MicroProfile Config, the application's file, context parameters.
 *   <li>{@code EnvironmentVariables} says which keys variables stand for, by our own table: from the list of names that a
 *       server gives, dots and dashes can't be told apart (WildFly), or it has the variables' names alone (Payara). A {@code
 *       VariableName} says how a key is spelled there.
 *   <li>{@code TypingMistake} finds what may have been meant by a name that is none.
 * </ol>
 *
 * <p>Room {@code config.reader} asks through {@code Settings}, and judges names and values.
 */
@NullMarked
package org.facecheck.internal.config.source;

import org.jspecify.annotations.NullMarked;
