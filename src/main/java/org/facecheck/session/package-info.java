/**
 * What Facecheck keeps in the HTTP session: the pass, what is under way to one, and the attempts. No other room touches
 * {@code HttpSession}, and no value here is ever changed: a new one takes the old one's place.
 */
@NullMarked
package org.facecheck.session;

import org.jspecify.annotations.NullMarked;
