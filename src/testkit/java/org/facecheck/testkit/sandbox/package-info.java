/**
 * What plays the Face Match API, behind the example's servlets and behind the kit's own server.
 *
 * <ol>
 *   <li>{@code Sandbox} holds all of it. {@code TokenDesk} gives out {@code Tokens}; {@code CheckDesk} answers face checks with a
 *       {@code Reply}: an {@code Answer} in one of two {@code Dialect}s, and when to send it.
 *   <li>What it says is up to the {@code Order} that was placed, one of many {@code Behaviour}s; ordinarily it compares the
 *       picture's {@code Impression} with those of the {@code People} it knows. It recognises pictures, and no faces.
 *   <li>{@code Journal} tells what was asked and answered, without personal data.
 * </ol>
 */
package org.facecheck.testkit.sandbox;
