package org.facecheck.internal.attempts;

import org.facecheck.internal.caller.ClientAddress;
import org.facecheck.internal.caller.PrincipalName;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt comes from: the three that it is counted for.
 *
 * @param session the HTTP session's own count
 * @param principal who is logged in, {@code null} where no principal is: then there is nothing to count by
 * @param address the client's
 */
public record AttemptSource(
        SessionCounter session, @Nullable PrincipalName principal, ClientAddress address) {}
