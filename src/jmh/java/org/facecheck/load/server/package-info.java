/**
 * The servers that the load programme measures, each in a process of its own.
 *
 * <p>{@link org.facecheck.load.server.ServerKind} starts a {@link org.facecheck.load.server.Server}: Undertow by {@link
 * org.facecheck.load.server.EmbeddedServer}, WildFly with a WAR of {@link org.facecheck.load.server.WarFile}. Every server
 * ends when its standard input does, so none is left behind by a programme that is killed.
 */
package org.facecheck.load.server;
