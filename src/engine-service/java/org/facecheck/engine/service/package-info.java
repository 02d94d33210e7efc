/**
 * The engine as a service: the contract of the Face Match API on the premises, for applications that reach it by {@code
 * facecheck.service.base-url}. On an application server it is a WAR; {@link org.facecheck.engine.service.StandaloneServer} is a program.
 *
 * <p>{@link org.facecheck.engine.service.EngineService} opens what {@link org.facecheck.engine.service.settings.ServiceSettings} name: weights,
 * people on file, clients. {@link org.facecheck.engine.service.EngineServlet} hands each request to the room {@code api}, which asks
 * {@code client} who it is from and has {@code dialect} say the answer.
 */
@NullMarked
package org.facecheck.engine.service;

import org.jspecify.annotations.NullMarked;
