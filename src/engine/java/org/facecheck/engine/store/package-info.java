/**
 * People who are kept in a database, so that nobody can read them there and nobody comes back once deleted.
 *
 * <p>{@link org.facecheck.engine.store.EncryptedStore} is what an application uses. On the way into the database:
 *
 * <ol>
 *   <li>{@code PersonFormat} makes bytes of a person: key, record, templates, consent. There is no picture in it.
 *   <li>{@code DataKeys} makes a key for this person and this version, and keeps it in the key database, encrypted under the
 *       current one of the {@link org.facecheck.engine.store.MasterKeys}, which an operator keeps in a file.
 *   <li>{@code AesGcm} encrypts the bytes under it, bound to what else is in the {@code PersonRow}.
 *   <li>{@code PersonRows} writes the row, and a line of the audit trail with it.
 * </ol>
 *
 * {@code Schema} makes the tables, by Flyway. To delete a person is to destroy the data key: whatever copies of the row there
 * are, nobody can read them.
 */
@NullMarked
package org.facecheck.engine.store;

import org.jspecify.annotations.NullMarked;
