/**
 * Who may ask: the operator names each {@link org.facecheck.engine.service.client.Client} in a file that is read into {@link
 * org.facecheck.engine.service.client.Clients}, with a hash of its secret. {@link org.facecheck.engine.service.client.Tokens} gives
 * it a short-lived token, of which only the {@link org.facecheck.engine.service.client.SecretHash} is kept. How many bodies each kind of
 * sender may have on their way is in {@link org.facecheck.engine.service.client.ArrivalLimits}.
 */
@NullMarked
package org.facecheck.engine.service.client;

import org.jspecify.annotations.NullMarked;
