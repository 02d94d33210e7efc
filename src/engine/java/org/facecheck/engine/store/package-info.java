/**
 * People who are kept in a database, so that nobody can read them there and nobody comes back once deleted.
 *
 * <p>{@link org.facecheck.engine.store.EncryptedStore} is what an application uses. On the way into the database:
 *
 * <ol>
 *   <li>{@code PersonFormat} makes bytes of a person: key, record, templates, consent. There is no picture in it.
 *   <li>{@link org.facecheck.engine.store.key.DataKeys} makes a key for this person and this version.
 *   <li>The bytes are encrypted under it, bound to what else is in the {@code PersonRow}; so is each {@code PortraitRow}, where the
 *       operator has {@link org.facecheck.engine.store.KeptPortraits}.
 *   <li>{@code PersonRows} writes both, and a line of the audit trail, in one transaction.
 * </ol>
 *
 * {@code Schema} makes the tables, by Flyway. To delete a person is to destroy the data key: whatever copies of the row there
 * are, nobody can read them.
 */
@NullMarked
package org.facecheck.engine.store;

import org.jspecify.annotations.NullMarked;
