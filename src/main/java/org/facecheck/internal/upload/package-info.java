/**
 * What a client sends to the capture page, up to the selfie. There are two kinds of upload:
 *
 * <ul>
 *   <li>The page's form, {@code multipart/form-data}: {@link org.facecheck.internal.upload.FormUpload} reads it at once, and
 *       {@code MultipartParser} takes it apart in memory.
 *   <li>The picture itself as the body, sent by the page's script: {@link org.facecheck.internal.upload.RawUpload} is what its
 *       headers announce. {@link org.facecheck.internal.upload.AsyncUpload} reads it without holding a thread and ends in a
 *       {@code FormUpload}, too.
 * </ul>
 *
 * <p>{@code FormUpload.selfie} has room {@code image} make a selfie of the picture. What can't be used ends in an {@link
 * org.facecheck.internal.upload.UploadRejectedException} with an {@link org.facecheck.internal.upload.UploadRefusal}. Nothing
 * here answers the client, touches the session or writes a file.
 */
@NullMarked
package org.facecheck.internal.upload;

import org.jspecify.annotations.NullMarked;
