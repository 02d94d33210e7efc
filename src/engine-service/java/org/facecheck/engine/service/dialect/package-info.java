/**
 * The two forms in which the Face Match API answers: {@link org.facecheck.engine.service.dialect.V2} as it is documented, {@link
 * org.facecheck.engine.service.dialect.V3} as the newer one. Both make an {@link org.facecheck.engine.service.dialect.Answer} of a
 * {@link org.facecheck.FaceMatch}, with the same {@link org.facecheck.engine.service.dialect.ResponseCode}s.
 */
@NullMarked
package org.facecheck.engine.service.dialect;

import org.jspecify.annotations.NullMarked;
