/**
 * What a client sends to the capture page, up to the selfie. There are two kinds of upload, and {@link
 * org.facecheck.internal.upload.AnnouncedUpload} is what their headers say:
 *
 * <ul>
 *   <li>The page's form, {@code multipart/form-data} ({@code AnnouncedForm}), with the token before the picture; {@code
 *       MultipartParser} takes it apart in memory.
 *   <li>The picture itself as the body, sent by the page's script ({@link org.facecheck.internal.upload.RawUpload}).
 * </ul>
 *
 * <p>Both arrive in the same way: {@link org.facecheck.internal.upload.AsyncUpload} reads without holding a thread, {@link
 * org.facecheck.internal.upload.BlockingUpload} where an old filter leaves no other way. What has arrived is in an {@code
 * UploadBody}, whose memory comes out of the client's share of the {@link org.facecheck.internal.upload.UploadQuota}; {@link
 * org.facecheck.internal.upload.UploadPace} says who is too slow. The end is a {@link
 * org.facecheck.internal.upload.FormUpload}, of which room {@code image} makes a selfie. What can't be used ends in an {@link
 * org.facecheck.internal.upload.UploadRejectedException} with an {@link org.facecheck.internal.upload.UploadRefusal}. Nothing
 * here answers the client, touches the session or writes a file.
 */
@NullMarked
package org.facecheck.internal.upload;

import org.jspecify.annotations.NullMarked;
