/**
 * The two forms of the API's face check, each a {@code FaceCheckDialect}: {@code V2Dialect}, the documented one, and
 * {@code V3Dialect}, a search by face.
 *
 * <p>A dialect says where a picture is sent and what an answer means. {@code ResponseCodes} has the codes that both share. A
 * successful answer is bound to the classes of the wire ({@code V2Response}, {@code V3Response}), judged by the dialect, and
 * its records become {@link org.facecheck.KycRecord}s ({@code V2Record}, {@code V3Record}) with the document's fields under
 * V2's names ({@code DocumentFields}); links to pictures are left out there. This room knows the room {@code http} alone.
 */
@NullMarked
package org.facecheck.internal.faceki.dialect;

import org.jspecify.annotations.NullMarked;
