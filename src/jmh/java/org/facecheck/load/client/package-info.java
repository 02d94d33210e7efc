/**
 * The clients and the Face Match API of the load programme, in a process of their own.
 *
 * <p>{@link org.facecheck.load.client.ClientProcess} starts {@code ClientMain} and tells it what to do, one line for each
 * command. {@code Clients} opens capture pages and prepares uploads; {@code ConcurrentUploads} runs a burst of them, and a
 * {@link org.facecheck.load.client.Burst} says what came of it. {@code SlowUploads} are the clients that never finish. {@code
 * FaceMatchStub} answers Facecheck's own requests. All of it uses loopback addresses only.
 */
package org.facecheck.load.client;
