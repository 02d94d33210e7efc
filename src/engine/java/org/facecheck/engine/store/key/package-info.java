/**
 * The keys that a store's people are encrypted under, in three steps, so that one who has a copy of a database can read nobody.
 *
 * <ol>
 *   <li>{@link org.facecheck.engine.store.key.MasterKeys} are an operator's, in a file and in no database.
 *   <li>{@link org.facecheck.engine.store.key.DataKeys} are one for each person and version, in a database of their own, encrypted
 *       under a master key. To destroy one is to delete the person.
 *   <li>{@code AesGcm} encrypts under either, and binds the bytes to where they belong.
 * </ol>
 *
 * {@link org.facecheck.engine.store.key.Pseudonyms} name the rows, by a key that is with the master keys.
 */
@NullMarked
package org.facecheck.engine.store.key;

import org.jspecify.annotations.NullMarked;
