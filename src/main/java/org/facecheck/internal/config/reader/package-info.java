/**
 * Reads the configuration: raw {@code Settings} in, one validated {@code FaceCheckConfig} out, or every problem at once.
 *
 * <ol>
 *   <li>{@code Settings} (room {@code config.source}) gives names and values, wherever they are written.
 *   <li>{@code ConfigReader} refuses names that are no {@code Key} or {@code RuleKey}, since a mistyped rule would leave
 *       open what it should protect.
 *   <li>{@code RulesReader} reads the rules, {@code RecordReader} every record of room {@code config} by the
 *       {@code ConfigKey} on each component, with the {@code ValueParser} for the component's type.
 *   <li>{@code CrossChecks} looks at values that are right alone and wrong together.
 *   <li>{@code Problems} collects what is wrong, with what to write instead; a record is built only of right values.
 * </ol>
 *
 * <p>A secret is in no message: of a wrong URL or proxy, the part that may hold credentials is masked.
 */
@NullMarked
package org.facecheck.internal.config.reader;

import org.jspecify.annotations.NullMarked;
