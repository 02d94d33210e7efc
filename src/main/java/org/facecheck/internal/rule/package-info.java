/**
 * May this request pass, and if not, what does this kind of client get? The container's filter mappings decide which
 * requests are asked here; no class of this room matches a path.
 */
@NullMarked
package org.facecheck.internal.rule;

import org.jspecify.annotations.NullMarked;
